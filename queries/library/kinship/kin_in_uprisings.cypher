/* ---
id: kin_in_uprisings
title:
  ru: Какие родственники участвовали в восстаниях вместе или порознь?
  kk: Қай туыстар көтерілістерге бірге немесе бөлек қатысты?
  en: Which relatives took part in risings, together or apart?
help:
  ru: Пары прямых родственников, из которых оба названы в восстаниях или обвинены. «Вместе» – хотя бы одно общее событие.
  kk: Екеуі де көтерілістерде аталған не айыпталған тікелей туыстар жұбы. «Бірге» – кемінде бір ортақ оқиға.
  en: Pairs of direct relatives both of whom are named in risings or accused. "Together" means at least one event in common.
params:
  - {name: with_accused, type: boolean, default: true}
columns:
  - {name: one, type: entity, label: {ru: Один, kk: Бірі, en: One}}
  - {name: tie, type: word, of: tie}
  - {name: terms, type: words, of: kin_term}
  - {name: other, type: entity, label: {ru: Другой, kk: Екіншісі, en: The other}}
  - {name: together, type: boolean, label: {ru: Вместе, kk: Бірге, en: Together}}
  - {name: uprisings_of_one, type: entities, label: {ru: Восстания одного, kk: Біріншісінің көтерілістері, en: Risings of the one}}
  - {name: uprisings_of_other, type: entities, label: {ru: Восстания другого, kk: Екіншісінің көтерілістері, en: Risings of the other}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
view: {network: {from: one, to: other, tie: terms}}
example: {}
expect:
  rows: 2
  contains:
    - {one_id: "uprisings_372:p015", other_id: "uprisings_372:p016", terms: possible_kin_of, together: "true"}
--- */
MATCH (one:Person)-[tie:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]->(other:Person)
CALL (one) {
  MATCH (one)-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WHERE type(part) = 'TOOK_PART_IN' OR $with_accused
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS of_one
}
CALL (other) {
  MATCH (other)-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WHERE type(part) = 'TOOK_PART_IN' OR $with_accused
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS of_other
}
WITH one, tie, other, of_one, of_other
WHERE size(of_one) > 0 AND size(of_other) > 0
CALL (tie) {
  UNWIND tie.claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: one.id, kind: 'Person', label: one.label} AS one, type(tie) AS tie, coalesce(tie.terms, []) AS terms,
       {id: other.id, kind: 'Person', label: other.label} AS other,
       any(event IN of_one WHERE event.id IN [same IN of_other | same.id]) AS together,
       of_one AS uprisings_of_one, of_other AS uprisings_of_other, sources, tie.claims AS claims
ORDER BY one.label, one.id, other.label, other.id, tie
