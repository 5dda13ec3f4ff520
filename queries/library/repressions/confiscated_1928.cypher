/* ---
id: confiscated_1928
title:
  ru: У кого конфисковали имущество в 1928 году и где эти люди потом?
  kk: 1928 жылы кімнің мүлкі тәркіленді және олар кейін қайда болды?
  en: Whose property was confiscated in 1928, and where were they afterwards?
help:
  ru: Конфискации, которые могут лежать в этих годах (по умолчанию 1928 – кампания против баев-полуфеодалов), люди без даты конфискации показаны тоже, с пустой датой. Рядом их меры потом, восстания и место высылки, как его пишет источник.
  kk: Осы жылдарға келуі мүмкін тәркілеулер (әдепкіде 1928 – жартылай феодал байларға қарсы науқан); тәркілеу күні жоқ адамдар да бос күнмен көрсетілген. Қасында кейінгі шаралар, көтерілістер және дереккөз жазған жер аударылған орны.
  en: Confiscations that may lie in these years (1928 by default, the campaign against the "semi-feudal bais"); people without a date of confiscation are shown too, with an empty date. Beside them their later measures, risings and the place of exile as the source writes it.
params:
  - {name: first_year, type: year, default: 1928}
  - {name: last_year, type: year, default: 1928}
columns:
  - {name: person, type: entity}
  - {name: carried_out, type: text}
  - {name: place, type: text}
  - {name: written, type: text, label: {ru: Словами источника, kk: Дереккөз сөзімен, en: In the source's words}}
  - {name: later, type: words, of: measure_kind, label: {ru: Меры потом и без даты, kk: Кейінгі және күні жоқ шаралар, en: Later and undated measures}}
  - {name: exiled_to, type: texts, label: {ru: Куда выслан, kk: Қайда жер аударылды, en: Exiled to}}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 1
  contains:
    - {person_id: "uprisings_372:p020", uprisings_id: "uprisings_372:u009"}
--- */
MATCH (person:Person)-[subject:SUBJECT_OF]->(measure:Measure {measure_kind: 'confiscation'})
WITH person, subject, measure, coalesce(measure.carried_out_earliest, measure.decided_earliest) AS first,
     coalesce(measure.carried_out_latest, measure.decided_latest) AS last
WHERE coalesce(first, 0) < ($last_year + 1) * 10000 AND coalesce(last, 99999999) >= $first_year * 10000
CALL (person, first) {
  MATCH (person)-[:SUBJECT_OF]->(after:Measure)
  WHERE after.measure_kind <> 'confiscation' AND coalesce(after.carried_out_latest, after.decided_latest, 99999999) >= coalesce(first, 0)
  WITH after ORDER BY coalesce(after.carried_out_earliest, after.decided_earliest, 99999999), after.id
  RETURN collect(DISTINCT after.measure_kind) AS later,
         [place IN collect(CASE WHEN after.measure_kind = 'exile' THEN after.place END) WHERE place IS NOT NULL] AS exiled_to
}
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
WITH person, measure, later, exiled_to, uprisings, subject.claims AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, coalesce(measure.carried_out_text, measure.carried_out, measure.decided_text, measure.decided) AS carried_out,
       measure.place AS place, measure.sentence AS written, later, exiled_to, uprisings, sources, claims
ORDER BY person.label, person.id, measure.id
