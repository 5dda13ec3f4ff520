/* ---
id: risings_of_place_and_year
title:
  ru: Какие восстания были в этом месте и в эти годы?
  kk: Осы жерде және осы жылдары қандай көтерілістер болды?
  en: Which risings were in this place and in these years?
help:
  ru: Место вместе с тем, что в него входило; без места – все. Восстание попадает в ответ, если его возможные даты пересекаются с годами.
  kk: Жер өз құрамындағылармен бірге; жер көрсетілмесе – бәрі. Көтерілістің ықтимал күндері жылдармен қиылысса, жауапқа кіреді.
  en: The place together with what lay within it; without a place, all. A rising is in the answer when its possible dates meet the years.
params:
  - {name: place, type: place}
  - {name: first_year, type: year}
  - {name: last_year, type: year}
columns:
  - {name: uprising, type: entity}
  - {name: date, type: text}
  - {name: earliest, type: count}
  - {name: latest, type: count}
  - {name: places, type: entities}
  - {name: attestation, type: word, of: attestation}
  - {name: least, type: count, label: {ru: Участников не менее, kk: Қатысушы аз дегенде, en: Participants at least}}
  - {name: greatest, type: count, label: {ru: Участников не более, kk: Қатысушы көп дегенде, en: Participants at most}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
view: {timeline: {label: uprising, earliest: earliest, latest: latest, text: date}}
example: {first_year: 1930, last_year: 1930}
expect:
  rows: 16
  contains:
    - {uprising_id: "uprisings_372:u003", least: 400, greatest: 2000}
    - {uprising_id: "uprisings_372:u012"}
--- */
MATCH (uprising:Uprising)
WHERE uprising.scope <> 'aggregate'
WITH uprising, coalesce(uprising.start_earliest, uprising.dates_earliest) AS earliest,
     coalesce(uprising.end_latest, uprising.dates_latest, uprising.start_latest) AS latest
WHERE ($first_year IS NULL OR latest >= $first_year * 10000)
  AND ($last_year IS NULL OR earliest <= $last_year * 10000 + 9999)
OPTIONAL MATCH (uprising)-[where:TOOK_PLACE_IN]->(place:Place)
OPTIONAL MATCH (place)-[:WITHIN*1..6]->(wider:Place)
WITH uprising, earliest, latest, where, place, collect(wider.id) AS wider
ORDER BY uprising.id, place.label, place.id
WITH uprising, earliest, latest, collect(place.id) AS ids, collect(wider) AS wider, collect(where.claims) AS claims,
     collect(CASE WHEN place IS NULL THEN null ELSE {id: place.id, kind: 'Place', label: place.label} END) AS places
WHERE $place IS NULL OR $place IN ids OR any(some IN wider WHERE $place IN some)
WITH uprising, earliest, latest, places, reduce(every = [], some IN claims | every + some) AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
CALL (uprising) {
  MATCH (uprising)<-[reading:READ_AS]-(:Claim)
  WHERE reading.property = 'participants'
  RETURN min(coalesce(reading.least, reading.greatest)) AS least, max(coalesce(reading.greatest, reading.least)) AS greatest
}
RETURN {id: uprising.id, kind: 'Uprising', label: uprising.label} AS uprising,
       coalesce(uprising.start_text, uprising.dates_text) AS date, earliest, latest, places,
       uprising.attestation AS attestation, least, greatest, sources, claims
ORDER BY earliest, uprising.label, uprising.id
