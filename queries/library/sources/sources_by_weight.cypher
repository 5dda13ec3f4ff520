/* ---
id: sources_by_weight
title:
  ru: Сколько держится на каждом источнике?
  kk: Әр дереккөзге қанша мәлімет сүйенеді?
  en: How much rests on each source?
help:
  ru: Число сведений, число тех, что не повторяет никто, и о скольких людях и восстаниях источник говорит. Слабый вид источника с большим весом – место, где искать в архиве прежде всего.
  kk: Мәліметтер саны, ешкім қайталамайтындарының саны және дереккөз қанша адам мен көтеріліс туралы айтады. Әлсіз дереккөздің салмағы үлкен болса – архивтен алдымен соны іздеу керек.
  en: The number of claims, of those that nobody repeats, and how many people and risings the source speaks of. A weak kind of source with great weight is where to look in the archive first.
params:
  - {name: with_reference, type: boolean, default: false, label: {ru: И сведения о местах и родах, kk: Жерлер мен рулар туралы мәліметтермен бірге, en: With claims about places and lineages}}
columns:
  - {name: source, type: entity}
  - {name: kind, type: word, of: source_kind, label: {ru: Вид источника, kk: Дереккөз түрі, en: Kind of source}}
  - {name: number, type: count, label: {ru: Сведений, kk: Мәлімет саны, en: Claims}}
  - {name: alone, type: count, label: {ru: Только он, kk: Тек осы, en: It alone}}
  - {name: people, type: count, label: {ru: О людях, kk: Адамдар туралы, en: People}}
  - {name: uprisings, type: count, label: {ru: О восстаниях, kk: Көтерілістер туралы, en: Risings}}
  - {name: reference, type: text, label: {ru: Архивный шифр, kk: Архив шифры, en: Archival reference}}
view: {bars: {label: source, value: number, of: alone}}
example: {}
expect:
  at_least: 90
  contains:
    - {source_id: "uprisings_372:s008", kind: encyclopedia}
--- */
MATCH (source:Source)<-[:CITES]-(claim:Claim)
WHERE claim.past IS NULL AND claim.about_kind <> 'Source' AND ($with_reference OR NOT claim.about_kind IN ['Place', 'Lineage', 'Organisation'])
WITH source, count(claim) AS number, sum(CASE WHEN size(claim.cites) = 1 THEN 1 ELSE 0 END) AS alone,
     collect(DISTINCT CASE WHEN claim.about_kind IN ['Person', 'Uprising', 'Episode'] THEN claim.about END) AS records
CALL (records) {
  UNWIND records AS id
  MATCH (:Record {id: id})-[:IS]->(entity:Person|Uprising|Episode)
  WITH DISTINCT entity
  RETURN sum(CASE WHEN labels(entity)[0] = 'Person' THEN 1 ELSE 0 END) AS people,
         sum(CASE WHEN labels(entity)[0] <> 'Person' THEN 1 ELSE 0 END) AS uprisings
}
RETURN {id: source.id, kind: 'Source', label: source.label} AS source, source.source_kind AS kind, number, alone,
       people, uprisings, source.reference AS reference
ORDER BY number DESC, source.label, source.id
