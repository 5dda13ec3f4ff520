/* ---
id: execution_not_evidenced
title:
  ru: Кто приговорён к расстрелу, а исполнение не засвидетельствовано?
  kk: Кім ату жазасына кесілді, ал орындалғаны куәландырылмаған?
  en: Who was sentenced to death without evidence that it was carried out?
help:
  ru: Приговоры, в словах которых есть высшая мера, при том что ни расстрел с датой исполнения, ни дата смерти в базе не названы. «Не засвидетельствовано» – о базе, не о судьбе человека; показано, что источники о ней говорят.
  kk: Сөзінде ең жоғары жаза бар үкімдер, ал атылған күні де, қайтыс болған күні де базада аталмаған. «Куәландырылмаған» – база туралы, адам тағдыры туралы емес; ол туралы дереккөздер айтқаны көрсетілген.
  en: Sentences whose words name the death penalty, while neither an execution with its date nor a date of death is in the base. "Not evidenced" speaks of the base, not of the man's fate; what sources say of it is shown.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: person, type: entity}
  - {name: decided, type: text}
  - {name: sentence, type: text}
  - {name: body, type: text}
  - {name: fate, type: text, label: {ru: Что говорят о судьбе, kk: Тағдыры туралы айтылғаны, en: What is said of the fate}}
  - {name: later, type: words, of: measure_kind, label: {ru: Меры после, kk: Кейінгі шаралар, en: Measures afterwards}}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (person:Person)-[subject:SUBJECT_OF]->(measure:Measure)
WHERE measure.measure_kind IN ['sentence', 'execution'] AND person.death_earliest IS NULL
  AND (measure.measure_kind = 'execution' OR any(word IN ['расстрел', 'вмн', 'высшая мера', 'высшей мере', 'смерт', 'ату жаза', 'атуға',
       'ең жоғары жаза', 'өлім жаза', 'death', 'shot', 'executed'] WHERE toLower(coalesce(measure.sentence, '')) CONTAINS word))
  AND measure.carried_out_earliest IS NULL
  AND NOT EXISTS {
    MATCH (person)-[:SUBJECT_OF]->(shot:Measure) WHERE shot.measure_kind = 'execution' AND shot.carried_out_earliest IS NOT NULL
  }
CALL (person, measure) {
  MATCH (person)-[:SUBJECT_OF]->(after:Measure)
  WHERE after.id <> measure.id AND coalesce(after.carried_out_latest, after.decided_latest) > measure.decided_earliest
  WITH DISTINCT after.measure_kind AS kind ORDER BY kind
  RETURN collect(kind) AS later
}
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
WITH person, subject, measure, later, uprisings, subject.claims AS claims
WHERE $uprising IS NULL OR EXISTS {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, coalesce(measure.decided_text, measure.decided) AS decided, measure.sentence AS sentence,
       measure.body AS body, person.fate AS fate, later, uprisings, sources, claims
ORDER BY person.label, person.id, measure.id
