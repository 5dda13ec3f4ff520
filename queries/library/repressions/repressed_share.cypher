/* ---
id: repressed_share
title:
  ru: Сколько репрессированных названо по именам из тех, кого насчитали источники?
  kk: Дереккөздер санаған қуғындалғандардың нешеуінің аты аталған?
  en: How many of the repressed that sources count are named?
help:
  ru: Каждое число арестованных и приговорённых, которое приводит источник, и рядом – сколько таких людей этого восстания названо в базе по именам.
  kk: Дереккөз келтірген тұтқындалғандар мен үкім кесілгендердің әр саны, қасында – осы көтеріліс бойынша базада аты аталғандары.
  en: Each number of arrested and sentenced that a source states, and beside it how many such people of the rising are named in the base.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: uprising, type: entity}
  - {name: property, type: word, of: property, label: {ru: Мера, kk: Өлшем, en: Measure}}
  - {name: text, type: text}
  - {name: least, type: count}
  - {name: greatest, type: count}
  - {name: named, type: count}
  - {name: share, type: share, label: {ru: Доля от наибольшего, kk: Ең көбінен үлесі, en: Share of the greatest}}
  - {name: source, type: entity}
  - {name: locator, type: text, label: {ru: Место в источнике, kk: Дереккөздегі орны, en: Place in the source}}
  - {name: claim, type: text}
view: {range: {label: uprising, least: least, greatest: greatest, of: named, text: text}}
example: {}
expect:
  rows: 3
  contains:
    - {uprising_id: "uprisings_372:u009", property: arrested, greatest: 1715, source_id: "uprisings_372:s041"}
    - {uprising_id: "uprisings_372:u009", property: sentenced_to_death, greatest: 15}
--- */
MATCH (uprising:Uprising)<-[reading:READ_AS]-(claim:Claim)
WHERE reading.property IN ['arrested', 'sentenced_to_death', 'sentenced_to_imprisonment']
  AND ($uprising IS NULL OR uprising.id = $uprising)
WITH uprising, reading, claim,
     CASE reading.property WHEN 'arrested' THEN ['arrest'] WHEN 'sentenced_to_death' THEN ['execution']
                           ELSE ['imprisonment'] END AS kinds
CALL (uprising, kinds) {
  MATCH (uprising)<-[:PART_OF*0..2]-(:Uprising|Episode)<-[:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)-[:SUBJECT_OF]->(measure:Measure)
  WHERE measure.measure_kind IN kinds
  RETURN count(DISTINCT person) AS named
}
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
RETURN {id: uprising.id, kind: 'Uprising', label: uprising.label} AS uprising, reading.property AS property,
       reading.text AS text, reading.least AS least, reading.greatest AS greatest, named,
       CASE WHEN coalesce(reading.greatest, reading.least) > 0
            THEN toFloat(named) / coalesce(reading.greatest, reading.least) END AS share,
       CASE WHEN source IS NULL THEN null ELSE {id: source.id, kind: 'Source', label: source.label} END AS source,
       claim.locator AS locator, claim.id AS claim
ORDER BY uprising.label, uprising.id, property, least, claim, source.id
