/* ---
id: from_rising_to_rising
title:
  ru: Кто перешёл из одного восстания в другое?
  kk: Бір көтерілістен екіншісіне кім өтті?
  en: Who went from one rising to another?
help:
  ru: Участники двух восстаний, второе из которых точно началось позже первого, и сколько дней прошло между ними – от и до, насколько известны даты. Восстания без даты начала сюда не входят; сводные записи не соединяют.
  kk: Екіншісі біріншісінен анық кейін басталған екі көтерілістің қатысушылары және арасында неше күн өткені – белгілі күндер шегінде. Басталған күні жоқ көтерілістер кірмейді; жиынтық жазбалар байланыстырмайды.
  en: Participants of two risings of which the second surely began after the first, and how many days lay between, from and to, as far as dates are known. Risings without a first date are not here; umbrellas connect nobody.
params:
  - {name: uprising, type: uprising, label: {ru: Первое восстание, kk: Бірінші көтеріліс, en: First rising}}
  - name: side
    type: choice
    choices:
      - {value: insurgent, label: {ru: повстанцы, kk: көтерілісшілер, en: insurgents}}
      - {value: soviet, label: {ru: советская сторона, kk: кеңес жағы, en: Soviet side}}
  - {name: with_accused, type: boolean, default: false}
columns:
  - {name: person, type: entity}
  - {name: before, type: entity, label: {ru: Откуда, kk: Қайдан, en: From}}
  - {name: after, type: entity, label: {ru: Куда, kk: Қайда, en: To}}
  - {name: days_least, type: number}
  - {name: days_greatest, type: number}
  - {name: roles_before, type: words, of: role, label: {ru: Роли там, kk: Ондағы рөлдері, en: Roles there}}
  - {name: roles_after, type: words, of: role, label: {ru: Роли здесь, kk: Мұндағы рөлдері, en: Roles here}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
network: {from: before, to: after, tie: person}
example: {}
expect:
  rows: 3
  contains:
    - {person_id: "uprisings_372:p025", days_least: "376", days_greatest: "467", before_id: "uprisings_372:u012", after_id: "uprisings_372:u013"}
--- */
MATCH (person:Person)-[first:TOOK_PART_IN|ACCUSED_OVER]->(before:Uprising)
MATCH (person)-[second:TOOK_PART_IN|ACCUSED_OVER]->(after:Uprising)
WHERE before.id <> after.id AND before.scope = 'rising' AND after.scope = 'rising'
  AND ($uprising IS NULL OR before.id = $uprising) AND ($side IS NULL OR (first.side = $side AND second.side = $side))
  AND ($with_accused OR (type(first) = 'TOOK_PART_IN' AND type(second) = 'TOOK_PART_IN'))
WITH person, first, second, before, after, coalesce(before.start_earliest, before.dates_earliest) AS b0,
     coalesce(before.start_latest, before.dates_latest) AS b1, coalesce(after.start_earliest, after.dates_earliest) AS a0,
     coalesce(after.start_latest, after.dates_latest) AS a1
WHERE coalesce(b1, b0) < a0
WITH person, first, second, before, after, first.claims + second.claims AS claims,
     [b0, b1, a0, a1] AS bounds
CALL (bounds) {
  UNWIND bounds AS known
  WITH coalesce(known, 10101) AS day
  WITH day % 100 AS day, (day / 100) % 100 AS month, day / 10000 AS year
  WITH day, month + 12 * ((14 - month) / 12) - 3 AS month, year + 4800 - (14 - month) / 12 AS year
  RETURN collect(day + (153 * month + 2) / 5 + 365 * year + year / 4 - year / 100 + year / 400) AS days
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, {id: before.id, kind: 'Uprising', label: before.label} AS before, {id: after.id, kind: 'Uprising', label: after.label} AS after,
       CASE WHEN bounds[1] IS NULL THEN null ELSE days[2] - days[1] END AS days_least,
       CASE WHEN bounds[3] IS NULL THEN null ELSE days[3] - days[0] END AS days_greatest,
       coalesce(first.roles, []) AS roles_before, coalesce(second.roles, []) AS roles_after, sources, claims
ORDER BY person.label, person.id, before.id, after.id
