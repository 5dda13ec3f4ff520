/* ---
id: fled_returned_arrested
title:
  ru: Кто бежал за границу, вернулся и был арестован?
  kk: Кім шетке қашып, қайтып келіп, тұтқындалды?
  en: Who fled abroad, returned and was arrested?
help:
  ru: Бегство, о котором говорит источник (Китай по умолчанию), и меры после него. Арест после бегства – знак возвращения, но не его свидетельство; что источники говорят о судьбе, стоит рядом. Без переключателя показаны и те, о чьём аресте в базе ничего нет.
  kk: Дереккөз айтқан қашу (әдепкіде Қытай) және одан кейінгі шаралар. Қашудан кейінгі тұтқындау – қайтып келудің белгісі, бірақ куәлігі емес; дереккөздер тағдыры туралы айтқаны қасында. Ауыстырғышсыз тұтқындалғаны базада жоқтар да көрсетіледі.
  en: Flight that a source tells of (China by default) and the measures after it. An arrest after a flight is a sign of return and no evidence of it; what sources say of the fate stands beside it. Without the switch those are shown too of whose arrest the base has nothing.
params:
  - {name: abroad, type: text, many: true, default: [китай, китае, қытай, синьцзян, шыңжаң, china, xinjiang, sinkiang], label: {ru: "Слова о том, куда", kk: Қайда екенін білдіретін сөздер, en: Words that say where to}}
  - {name: arrested, type: boolean, default: false, label: {ru: Только арестованные потом, kk: Тек кейін тұтқындалғандар, en: Only those arrested afterwards}}
columns:
  - {name: person, type: entity}
  - {name: fled, type: text, label: {ru: Бежал, kk: Қашты, en: Fled}}
  - {name: place, type: text}
  - {name: written, type: text, label: {ru: Словами источника, kk: Дереккөз сөзімен, en: In the source's words}}
  - {name: arrest, type: text, label: {ru: Арестован потом, kk: Кейін тұтқындалды, en: Arrested afterwards}}
  - {name: later, type: words, of: measure_kind, label: {ru: Меры потом, kk: Кейінгі шаралар, en: Measures afterwards}}
  - {name: fate, type: text, label: {ru: Что говорят о судьбе, kk: Тағдыры туралы айтылғаны, en: What is said of the fate}}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 1
  contains:
    - {person_id: "uprisings_372:p025", arrest: ""}
--- */
MATCH (person:Person)-[subject:SUBJECT_OF]->(flight:Measure {measure_kind: 'flight'})
WITH person, subject, flight, toLower(coalesce(flight.place, '') + ' ' + coalesce(flight.sentence, '')) AS said,
     coalesce(flight.carried_out_earliest, flight.decided_earliest) AS day
WHERE any(word IN $abroad WHERE said CONTAINS toLower(word))
OPTIONAL MATCH (person)-[seizure:SUBJECT_OF]->(arrest:Measure {measure_kind: 'arrest'})
WHERE coalesce(arrest.carried_out_latest, arrest.decided_latest) > day
WITH person, subject, flight, day, seizure, arrest ORDER BY coalesce(arrest.carried_out_earliest, arrest.decided_earliest), arrest.id
WITH person, subject, flight, day, head(collect(seizure)) AS seizure, head(collect(arrest)) AS arrest
WHERE arrest IS NOT NULL OR NOT $arrested
CALL (person, day) {
  MATCH (person)-[:SUBJECT_OF]->(after:Measure)
  WHERE after.measure_kind <> 'flight' AND coalesce(after.carried_out_latest, after.decided_latest) > day
  WITH DISTINCT after.measure_kind AS kind ORDER BY kind
  RETURN collect(kind) AS later
}
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
WITH person, flight, arrest, later, uprisings, subject.claims + coalesce(seizure.claims, []) AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, coalesce(flight.carried_out_text, flight.carried_out, flight.decided_text, flight.decided) AS fled,
       flight.place AS place, flight.sentence AS written,
       coalesce(arrest.carried_out_text, arrest.carried_out, arrest.decided_text, arrest.decided) AS arrest,
       later, person.fate AS fate, uprisings, sources, claims
ORDER BY person.label, person.id, flight.id
