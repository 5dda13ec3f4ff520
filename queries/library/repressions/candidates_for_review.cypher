/* ---
id: candidates_for_review
title:
  ru: О ком можно просить пересмотра и что уже искали?
  kk: Кімнің ісін қайта қарауды сұрауға болады және не ізделді?
  en: Whose review can be asked for, and what was already searched?
help:
  ru: Люди, к которым по суду или без него применяли меры, а реабилитации, направления на пересмотр или решения «не подлежит» в базе нет; отказ оставляет человека в списке. Рядом записи о поиске – что искали, где, когда и с каким исходом. Отсутствие записи значит, что поиск не записан.
  kk: Сотпен не сотсыз шара қолданылған, ал ақталуы, қайта қарауға жіберілгені не «жатпайды» деген шешімі базада жоқ адамдар; бас тарту адамды тізімде қалдырады. Қасында іздеу жазбалары – не, қайда, қашан ізделді, нәтижесі қандай. Жазба жоқтығы – іздеу жазылмағаны.
  en: People against whom measures were taken, by a court or without one, while the base has no rehabilitation, no sending to review and no "not subject"; a refusal leaves a person in the list. Beside them the records of searches – what was looked for, where, when, with what result. No record means that no search was recorded.
params:
  - {name: uprising, type: uprising}
  - name: searched
    type: choice
    label: {ru: Поиск, kk: Іздеу, en: Search}
    choices:
      - {value: "yes", label: {ru: записан, kk: жазылған, en: recorded}}
      - {value: "no", label: {ru: не записан, kk: жазылмаған, en: not recorded}}
columns:
  - {name: person, type: entity}
  - {name: measures, type: words, of: measure_kind}
  - {name: articles, type: texts, label: {ru: Статьи, kk: Баптар, en: Articles}}
  - {name: refused, type: texts, label: {ru: Отказы и основания, kk: Бас тартулар мен негіздері, en: Refusals and grounds}}
  - {name: searches, type: texts, label: {ru: Что искали, kk: Не ізделді, en: What was searched}}
  - {name: cases, type: entities}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 22
  contains:
    - {person_id: "uprisings_372:p027", measures: indictment, searches: ""}
--- */
MATCH (person:Person)-[subject:SUBJECT_OF]->(measure:Measure)
WHERE NOT measure.measure_kind IN ['flight', 'release']
  AND NOT EXISTS { MATCH (person)-[:SUBJECT_OF]->(review:Review) WHERE review.step IN ['granted', 'sent', 'not_subject'] }
WITH person, subject, measure ORDER BY person.id, measure.id
WITH person, collect(DISTINCT measure.measure_kind) AS measures, collect(DISTINCT measure.articles) AS articles, collect(subject.claims) AS carried
CALL (person) {
  MATCH (person)-[tie:SUBJECT_OF]->(review:Review {step: 'refused'})
  WITH review, tie ORDER BY coalesce(review.date_earliest, 0), review.id
  RETURN collect(coalesce(review.date_text, review.date, '…') + ': ' + coalesce(review.ground, review.act, '–')) AS refused,
         collect(tie.claims) AS refusals
}
CALL (person) {
  MATCH (person)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim {kind: 'search'})
  WHERE claim.past IS NULL
  WITH claim ORDER BY coalesce(claim.when, ''), claim.id
  RETURN collect(coalesce(claim.looked_for, '…') + ' – ' + coalesce(claim.where, '…') + ' – ' + coalesce(claim.when, '…') + ': '
                 + coalesce(claim.result, '…')) AS searches, collect(claim.id) AS searching
}
CALL (person) {
  MATCH (person)-[:INVOLVED_IN]->(case:Case)
  WITH DISTINCT case ORDER BY case.id
  RETURN collect({id: case.id, kind: 'Case', label: case.label}) AS cases
}
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
WITH person, measures, articles, refused, searches, cases, uprisings,
     reduce(every = searching, some IN carried + refusals | every + some) AS claims
WHERE ($searched IS NULL OR ($searched = 'yes') = (size(searches) > 0))
  AND ($uprising IS NULL OR EXISTS {
    MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising
  })
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, measures, articles, refused, searches, cases, uprisings, sources, claims
ORDER BY person.label, person.id
