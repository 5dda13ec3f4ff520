/* ---
id: places_without_sources
title:
  ru: О каких местах ничего не сказано ни в одном источнике?
  kk: Қай жерлер туралы бірде-бір дереккөзде айтылмаған?
  en: Which places rest on no source?
help:
  ru: Места, о которых ни одно сведение не ссылается на источник – их знает только тот, кто вносил. Первыми идут те, с которыми связаны восстания и люди.
  kk: Бірде-бір мәліметі дереккөзге сілтемейтін жерлер – оларды тек енгізген адам біледі. Алдымен көтерілістер мен адамдар байланысқандары.
  en: Places of which no claim cites a source – they are known only to whoever entered them. Those come first to which risings and people are tied.
params:
  - {name: used, type: boolean, default: false, label: {ru: Только связанные с событиями и людьми, kk: Тек оқиғалар мен адамдарға байланыстылар, en: Only those tied to events and people}}
columns:
  - {name: place, type: entity}
  - {name: kind, type: word, of: place_kind, label: {ru: Вид, kk: Түрі, en: Kind}}
  - {name: number, type: count, label: {ru: Событий и людей, kk: Оқиғалар мен адамдар, en: Events and people}}
  - {name: uprisings, type: entities}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 99
--- */
MATCH (place:Place)
WHERE place.sources = 0
CALL (place) {
  MATCH (place)<-[:TOOK_PLACE_IN|BORN_IN|LIVED_IN|DIED_IN]-(what:Uprising|Episode|Measure|Person)
  WITH DISTINCT what ORDER BY what.id
  RETURN count(what) AS number, collect(CASE WHEN labels(what)[0] IN ['Uprising', 'Episode']
                                             THEN {id: what.id, kind: labels(what)[0], label: what.label} END) AS uprisings
}
WITH place, number, uprisings
WHERE number > 0 OR NOT $used
CALL (place) {
  MATCH (place)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
  WHERE claim.past IS NULL
  WITH claim ORDER BY claim.id
  RETURN collect(claim.id) AS claims
}
RETURN {id: place.id, kind: 'Place', label: place.label} AS place, place.place_kind AS kind, number, uprisings, claims
ORDER BY number DESC, place.label, place.id
