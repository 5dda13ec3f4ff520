/* ---
id: denied_throughout
title:
  ru: Кто до конца отрицал вину?
  kk: Кім кінәсін соңына дейін мойындамады?
  en: Who denied throughout?
help:
  ru: Люди, чьи собственные слова об участии или обвинении в базе – только отрицание, от первого допроса до последнего; тот, кто хоть раз признал, сюда не входит, даже если потом отказался. Отрицание записал тот, кто вёл протокол.
  kk: Қатысу не айыптау туралы өз сөзі базада тек теріске шығару болған адамдар – бірінші жауаптан соңғысына дейін; бір рет болса да мойындаған, кейін бас тартса да, кірмейді. Теріске шығаруды хаттаманы жүргізген адам жазған.
  en: People whose own words on taking part or on the charge are denial only, from the first questioning to the last; whoever admitted once is not here, even if he retracted. A denial was written down by whoever kept the record.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: person, type: entity}
  - {name: number, type: count, label: {ru: Раз отрицал, kk: Неше рет теріске шығарды, en: Times denied}}
  - {name: leaves, type: texts}
  - {name: measures, type: words, of: measure_kind}
  - {name: sentences, type: texts}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (person:Person)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
WHERE claim.voice = 'accused' AND claim.kind IN ['participation', 'involvement', 'subject', 'membership']
  AND claim.past IS NULL
WITH person, claim ORDER BY claim.locator, claim.id
WITH person, collect(claim.stance) AS stances, collect(claim.locator) AS leaves, collect(claim.id) AS claims
WHERE all(stance IN stances WHERE stance = 'denies')
CALL (person) {
  MATCH (person)-[:SUBJECT_OF]->(measure:Measure)
  WITH measure ORDER BY measure.id
  RETURN collect(DISTINCT measure.measure_kind) AS measures,
         [said IN collect(DISTINCT measure.sentence) WHERE said IS NOT NULL] AS sentences
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:TO]->(:Record)-[:IS]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
WITH person, leaves, measures, sentences, uprisings, claims
WHERE $uprising IS NULL OR any(event IN uprisings WHERE event.id = $uprising) OR EXISTS {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, size(claims) AS number, leaves, measures, sentences, uprisings, sources, claims
ORDER BY person.label, person.id
