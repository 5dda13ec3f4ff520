/* ---
id: named_share
title:
  ru: Какую долю участников мы знаем по именам?
  kk: Қатысушылардың қандай үлесін атымен білеміз?
  en: What share of the participants do we know by name?
help:
  ru: Названные повстанцы против каждой численности, которую приводит источник, – не против среднего. Обвинённые и советская сторона в числитель не входят. Где численность неизвестна, доля пуста.
  kk: Аты аталған көтерілісшілер дереккөз келтірген әр санмен салыстырылады – орташамен емес. Айыпталғандар мен кеңес жағы алымға кірмейді. Саны белгісіз жерде үлес бос.
  en: Named insurgents against each size that a source states, not against a mean. The accused and the Soviet side are not in the numerator. Where no size is known the share is empty.
params:
  - {name: uprising, type: uprising}
  - {name: with_umbrellas, type: boolean, default: false}
columns:
  - {name: uprising, type: entity}
  - {name: named, type: count, label: {ru: Повстанцев по именам, kk: Аты аталған көтерілісші, en: Insurgents named}}
  - {name: text, type: text, label: {ru: Численность словами источника, kk: Саны дереккөз сөзімен, en: Size in the source's words}}
  - {name: least, type: count}
  - {name: greatest, type: count}
  - {name: share_least, type: share, label: {ru: Доля от наибольшего, kk: Ең көбінен үлесі, en: Share of the greatest}}
  - {name: share_greatest, type: share, label: {ru: Доля от наименьшего, kk: Ең азынан үлесі, en: Share of the least}}
  - {name: source, type: entity}
  - {name: claim, type: text}
view: {range: {label: uprising, least: least, greatest: greatest, of: named, text: text}}
example: {uprising: "uprisings_372:u003"}
expect:
  rows: 2
  contains:
    - {named: 8, greatest: 2000, share_least: 0.004, source_id: "uprisings_372:s008"}
    - {named: 8, greatest: 400, share_least: 0.02, share_greatest: "", source_id: "uprisings_372:s042"}
--- */
MATCH (uprising:Uprising)
WHERE ($uprising IS NULL OR uprising.id = $uprising)
  AND (uprising.connects = true OR $with_umbrellas OR $uprising IS NOT NULL)
CALL (uprising) {
  MATCH (uprising)<-[:PART_OF*0..2]-(:Uprising|Episode)<-[part:TOOK_PART_IN]-(person:Person)
  RETURN count(DISTINCT CASE WHEN part.side = 'insurgent' THEN person.id END) AS named
}
OPTIONAL MATCH (uprising)<-[reading:READ_AS]-(claim:Claim)
WHERE reading.property = 'participants'
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
RETURN {id: uprising.id, kind: 'Uprising', label: uprising.label} AS uprising, named, reading.text AS text,
       reading.least AS least, reading.greatest AS greatest,
       CASE WHEN reading.greatest > 0 THEN toFloat(named) / reading.greatest END AS share_least,
       CASE WHEN reading.least > 0 THEN toFloat(named) / reading.least END AS share_greatest,
       CASE WHEN source IS NULL THEN null ELSE {id: source.id, kind: 'Source', label: source.label} END AS source,
       claim.id AS claim
ORDER BY uprising.label, uprising.id, least, greatest, claim, source.id
