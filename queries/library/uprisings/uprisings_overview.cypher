/* ---
id: uprisings_overview
title:
  ru: Какие восстания описаны и что о них известно?
  kk: Қандай көтерілістер сипатталған және олар туралы не белгілі?
  en: Which risings are described, and what is known of them?
help:
  ru: Одна строка на восстание – начало, численность от наименьшего до наибольшего показания, сколько людей названо по именам с каждой стороны, сколько источников. Обвинённые стоят отдельно.
  kk: Әр көтеріліске бір жол – басталуы, ең аз көрсеткіштен ең көбіне дейінгі саны, әр жақтан аты аталған адамдар саны, дереккөздер саны. Айыпталғандар бөлек тұр.
  en: One row a rising – beginning, size from the least to the greatest reading, how many people are named on each side, how many sources. The accused stand apart.
params:
  - {name: first_year, type: year}
  - {name: last_year, type: year}
  - {name: with_umbrellas, type: boolean, default: true}
columns:
  - {name: uprising, type: entity}
  - {name: scope, type: word, of: uprising_scope, label: {ru: Вид записи, kk: Жазба түрі, en: Kind of record}}
  - {name: attestation, type: word, of: attestation}
  - {name: date, type: text, label: {ru: Начало, kk: Басталуы, en: Beginning}}
  - {name: earliest, type: count}
  - {name: latest, type: count}
  - {name: least, type: count}
  - {name: greatest, type: count}
  - {name: insurgents, type: count, label: {ru: Повстанцев по именам, kk: Аты аталған көтерілісші, en: Insurgents named}}
  - {name: soviet, type: count, label: {ru: С советской стороны, kk: Кеңес жағынан, en: On the Soviet side}}
  - {name: accused, type: count}
  - {name: number_of_sources, type: count, label: {ru: Источников, kk: Дереккөз саны, en: Sources}}
  - {name: conflicts, type: words, of: property, label: {ru: В чём источники расходятся, kk: Дереккөздер неде келіспейді, en: Where sources differ}}
view: {range: {label: uprising, least: least, greatest: greatest}}
example: {}
expect:
  rows: 27
  contains:
    - {uprising_id: "uprisings_372:u003", least: 400, greatest: 2000, insurgents: 8, soviet: 12, accused: 1}
    - {uprising_id: "uprisings_372:u000", scope: aggregate, greatest: 80000}
    - {uprising_id: "uprisings_372:u015", attestation: alleged_only}
--- */
MATCH (uprising:Uprising)
WITH uprising, coalesce(uprising.start_earliest, uprising.dates_earliest) AS earliest,
     coalesce(uprising.end_latest, uprising.dates_latest, uprising.start_latest) AS latest
WHERE (uprising.connects = true OR $with_umbrellas)
  AND ($first_year IS NULL OR latest >= $first_year * 10000)
  AND ($last_year IS NULL OR earliest <= $last_year * 10000 + 9999)
CALL (uprising) {
  MATCH (uprising)<-[:PART_OF*0..2]-(:Uprising|Episode)<-[part:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)
  RETURN count(DISTINCT CASE WHEN part.side = 'insurgent' AND type(part) = 'TOOK_PART_IN' THEN person.id END) AS insurgents,
         count(DISTINCT CASE WHEN part.side = 'soviet' AND type(part) = 'TOOK_PART_IN' THEN person.id END) AS soviet,
         count(DISTINCT CASE WHEN type(part) = 'ACCUSED_OVER' THEN person.id END) AS accused
}
CALL (uprising) {
  MATCH (uprising)<-[reading:READ_AS]-(:Claim)
  WHERE reading.property = 'participants'
  RETURN min(coalesce(reading.least, reading.greatest)) AS least, max(coalesce(reading.greatest, reading.least)) AS greatest
}
RETURN {id: uprising.id, kind: 'Uprising', label: uprising.label} AS uprising, uprising.scope AS scope,
       uprising.attestation AS attestation, coalesce(uprising.start_text, uprising.dates_text) AS date, earliest, latest,
       least, greatest,
       insurgents, soviet, accused,
       uprising.sources AS number_of_sources, coalesce(uprising.conflicts, []) AS conflicts
ORDER BY earliest, uprising.id
