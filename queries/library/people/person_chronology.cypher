/* ---
id: person_chronology
title:
  ru: Что и когда происходило с человеком?
  kk: Адаммен не және қашан болды?
  en: What happened to a person, and when?
help:
  ru: Рождение, участие, обвинения, репрессии, пересмотры, смерть; даты – словами источников и границами. Без даты – в конце.
  kk: Туған уақыты, қатысуы, айыптаулар, қуғын-сүргін, қайта қараулар, өлімі; күндер – дереккөз сөзімен және шектерімен. Күні жоқтары – соңында.
  en: Birth, part in risings, accusations, repressions, reviews, death; dates in the words of the sources and as bounds. Undated ones come last.
params:
  - {name: person, type: person, required: true}
columns:
  - {name: what, type: word, of: chronicle}
  - {name: date, type: text}
  - {name: earliest, type: count}
  - {name: latest, type: count}
  - {name: event, type: entity}
  - {name: said, type: text}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
view: {timeline: {label: what, earliest: earliest, latest: latest, text: date}}
example: {person: "uprisings_372:p025"}
expect:
  rows: 3
  contains:
    - {what: TOOK_PART_IN, event_id: "uprisings_372:u012", earliest: 19300201, latest: 19300228}
    - {what: measure_carried_out, said: fled to Western China}
--- */
MATCH (person:Person {id: $person})
CALL (person) {
  MATCH (person)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
  UNWIND ['birth', 'death'] AS what
  WITH person, claim, what,
       CASE WHEN claim.kind = 'statement' AND claim.property = what THEN claim.value ELSE claim[what] END AS date
  WHERE date IS NOT NULL
  RETURN what, date, CASE WHEN person[what + '_text'] = date THEN person[what + '_earliest'] END AS earliest,
         CASE WHEN person[what + '_text'] = date THEN person[what + '_latest'] END AS latest, null AS event, null AS said,
         [claim.id] AS claims
  UNION ALL
  MATCH (person)-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  RETURN type(part) AS what, reduce(every = '', date IN coalesce(part.dates, []) |
           CASE WHEN every = '' THEN date ELSE every + '; ' + date END) AS date,
         part.earliest AS earliest, part.latest AS latest,
         {id: event.id, kind: labels(event)[0], label: event.label} AS event, null AS said, part.claims AS claims
  UNION ALL
  MATCH (person)-[subject:SUBJECT_OF]->(measure:Measure)
  RETURN CASE WHEN measure.carried_out IS NULL THEN 'measure_decided' ELSE 'measure_carried_out' END AS what,
         coalesce(measure.carried_out_text, measure.decided_text) AS date,
         coalesce(measure.carried_out_earliest, measure.decided_earliest) AS earliest,
         coalesce(measure.carried_out_latest, measure.decided_latest) AS latest,
         {id: measure.id, kind: 'Measure', label: measure.label} AS event, measure.sentence AS said,
         subject.claims AS claims
  UNION ALL
  MATCH (person)-[subject:SUBJECT_OF]->(review:Review)
  RETURN 'review' AS what, review.date_text AS date, review.date_earliest AS earliest, review.date_latest AS latest,
         {id: review.id, kind: 'Review', label: review.label} AS event, review.ground AS said, subject.claims AS claims
  UNION ALL
  MATCH (person)-[living:LIVED_IN]->(place:Place)
  RETURN 'lived' AS what, reduce(every = '', date IN coalesce(living.dates, []) |
           CASE WHEN every = '' THEN date ELSE every + '; ' + date END) AS date,
         living.earliest AS earliest, living.latest AS latest,
         {id: place.id, kind: 'Place', label: place.label} AS event, null AS said, living.claims AS claims
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN what, CASE WHEN date = '' THEN null ELSE date END AS date, earliest, latest, event, said, sources, claims
ORDER BY coalesce(earliest, latest, 99999999), latest, what, event.id, claims
