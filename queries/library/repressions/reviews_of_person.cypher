/* ---
id: reviews_of_person
title:
  ru: Как пересматривали дело этого человека?
  kk: Бұл адамның ісі қалай қайта қаралды?
  en: How was this person's case reviewed?
help:
  ru: Все шаги пересмотра по порядку – выявлен, направлен, реабилитирован, отказано, не подлежит – с органом, актом, статьёй и основанием. Отказ и последующая реабилитация стоят рядом; у одного человека может быть несколько пересмотров.
  kk: Қайта қараудың барлық қадамы ретімен – анықталды, жіберілді, ақталды, бас тартылды, жатпайды – органы, актісі, бабы мен негізімен. Бас тарту мен кейінгі ақтау қатар тұр; бір адамда бірнеше қайта қарау болуы мүмкін.
  en: All steps of review in their order – identified, sent, granted, refused, not subject – with body, act, article and ground. A refusal and a later rehabilitation stand side by side; one person may have several reviews.
params:
  - {name: person, type: person, required: true}
columns:
  - {name: step, type: word, of: review_step, label: {ru: Шаг, kk: Қадам, en: Step}}
  - {name: date, type: text}
  - {name: body, type: text}
  - {name: organisation, type: entity}
  - {name: act, type: text, label: {ru: Акт, kk: Акт, en: Act}}
  - {name: ground, type: text, label: {ru: Основание, kk: Негіздеме, en: Ground}}
  - {name: case, type: entity}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {person: "uprisings_372:p027"}
expect:
  rows: 0
--- */
MATCH (person:Person {id: $person})-[subject:SUBJECT_OF]->(review:Review)
OPTIONAL MATCH (review)-[:DECIDED_BY]->(organisation:Organisation)
WITH subject, review, organisation ORDER BY organisation.id
WITH subject, review, head(collect(organisation)) AS organisation
OPTIONAL MATCH (review)-[:UNDER]->(case:Case)
WITH subject, review, organisation, case ORDER BY case.id
WITH review, organisation, head(collect(case)) AS case, subject.claims AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN review.step AS step, coalesce(review.date_text, review.date) AS date, review.body AS body,
       CASE WHEN organisation IS NULL THEN null ELSE {id: organisation.id, kind: 'Organisation', label: organisation.label} END AS organisation, review.act AS act, review.ground AS ground,
       CASE WHEN case IS NULL THEN null ELSE {id: case.id, kind: 'Case', label: case.label} END AS case, sources, claims
ORDER BY coalesce(review.date_earliest, 99999999), review.id
