/* ---
id: places_of_uprisings
title:
  ru: В каких местах происходили восстания?
  kk: Көтерілістер қай жерлерде болды?
  en: In which places did risings take place?
help:
  ru: Места с числом восстаний и названных людей; координаты – где их даёт справочник. Место без координат остаётся в списке.
  kk: Көтерілістер мен аты аталған адамдар саны көрсетілген жерлер; координаталар – анықтамалық берген жерде. Координатасы жоқ жер тізімде қалады.
  en: Places with the number of risings and of people named; coordinates where a gazetteer gives them. A place without coordinates stays in the list.
params:
  - {name: with_wide, type: boolean, default: true}
columns:
  - {name: place, type: entity}
  - {name: kind, type: word, of: place_kind, label: {ru: Вид места, kk: Жер түрі, en: Kind of place}}
  - {name: number, type: count, label: {ru: Восстаний, kk: Көтеріліс саны, en: Risings}}
  - {name: uprisings, type: entities}
  - {name: people, type: count, label: {ru: Названо людей, kk: Аты аталған адам, en: People named}}
  - {name: latitude, type: number, label: {ru: Широта, kk: Ендік, en: Latitude}}
  - {name: longitude, type: number, label: {ru: Долгота, kk: Бойлық, en: Longitude}}
  - {name: claims, type: claims}
view: {bars: {label: place, value: number}}
example: {}
expect:
  rows: 68
  contains:
    - {place_id: "uprisings_372:pl031", number: 3, latitude: 45.7626}
    - {place_id: "uprisings_372:pl051", latitude: ""}
--- */
MATCH (place:Place)<-[where:TOOK_PLACE_IN]-(event:Uprising|Episode)
WHERE coalesce(event.connects, true) AND (place.connects = true OR $with_wide)
WITH place, where, event
ORDER BY event.label, event.id
WITH place, collect(DISTINCT {id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings,
     collect(DISTINCT event) AS events, collect(where.claims) AS claims
CALL (events) {
  UNWIND events AS event
  MATCH (event:Uprising|Episode)<-[:TOOK_PART_IN]-(person:Person)
  RETURN count(DISTINCT person) AS people
}
RETURN {id: place.id, kind: 'Place', label: place.label} AS place, place.place_kind AS kind, size(uprisings) AS number,
       uprisings, people, place.latitude AS latitude, place.longitude AS longitude,
       reduce(every = [], some IN claims | every + some) AS claims
ORDER BY number DESC, place.label, place.id
