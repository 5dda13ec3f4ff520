/* ---
id: not_rehabilitated
title:
  ru: О чьей реабилитации в базе ничего нет?
  kk: Кімнің ақталуы туралы базада ештеңе жоқ?
  en: Whose rehabilitation is not in the base?
help:
  ru: Люди, к которым применялись меры или которых обвиняли, без сведения о состоявшейся реабилитации. Это «не в базе», а не «не реабилитирован» – пересмотр мог состояться. Последний известный шаг пересмотра показан.
  kk: Шара қолданылған не айыпталған, ақталғаны туралы мәлімет жоқ адамдар. Бұл «базада жоқ» дегенді білдіреді, «ақталмаған» дегенді емес – қайта қарау болған болуы мүмкін. Қайта қараудың соңғы белгілі қадамы көрсетілген.
  en: People against whom measures were taken or who were accused, with no claim of a rehabilitation granted. This says "not in the base", not "not rehabilitated" – a review may have taken place. The last known step of a review is shown.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: person, type: entity}
  - {name: measures, type: words, of: measure_kind, label: {ru: Меры, kk: Шаралар, en: Measures}}
  - {name: accused, type: count, label: {ru: Обвинений, kk: Айыптау саны, en: Accusations}}
  - {name: steps, type: words, of: review_step, label: {ru: Шаги пересмотра, kk: Қайта қарау қадамдары, en: Steps of review}}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 28
  contains:
    - {person_id: "uprisings_372:p027", measures: indictment, accused: 1, steps: ""}
--- */
MATCH (person:Person)-[tie:SUBJECT_OF|ACCUSED_OVER]->(target:Measure|Uprising|Episode)
WHERE NOT EXISTS { MATCH (person)-[:SUBJECT_OF]->(review:Review) WHERE review.step = 'granted' }
  AND coalesce(target.measure_kind, '') <> 'flight'
WITH person, tie, target
ORDER BY person.id, target.id, type(tie)
WITH person, collect(DISTINCT target.measure_kind) AS measures, collect(tie.claims) AS claims
WITH person, measures, reduce(every = [], some IN claims | every + some) AS claims,
     COUNT { MATCH (person)-[:ACCUSED_OVER]->(:Uprising|Episode) } AS accused
CALL (person) {
  MATCH (person)-[:SUBJECT_OF]->(review:Review)
  WITH DISTINCT review.step AS step ORDER BY step
  RETURN collect(step) AS steps
}
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
WITH person, measures, accused, steps, uprisings, claims
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
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, measures, accused, steps, uprisings, sources, claims
ORDER BY person.label, person.id
