/* ---
id: contradictions
title:
  ru: В чём источники противоречат друг другу?
  kk: Дереккөздер неде бір-біріне қайшы келеді?
  en: Where do sources contradict each other?
help:
  ru: Все показания свойства, о котором источники расходятся, рядом; принятое – там, где одно выбрано. Более точное показание внутри менее точного – не противоречие.
  kk: Дереккөздер келіспейтін қасиеттің барлық көрсеткіші қатар; бірі таңдалса, қабылданғаны көрсетілген. Дәлірек көрсеткіш дәлдігі азының ішінде болса – қайшылық емес.
  en: All readings of a property on which sources differ, side by side; the accepted one where one was chosen. A finer reading inside a coarser one is no contradiction.
params:
  - name: kind
    type: choice
    label: {ru: О чём, kk: Не туралы, en: About}
    choices:
      - {value: Person, label: {ru: люди, kk: адамдар, en: people}}
      - {value: Uprising, label: {ru: восстания, kk: көтерілістер, en: risings}}
      - {value: Place, label: {ru: места, kk: жерлер, en: places}}
columns:
  - {name: entity, type: entity}
  - {name: property, type: word, of: property}
  - {name: text, type: text}
  - {name: accepted, type: text, label: {ru: Принято, kk: Қабылданған, en: Accepted}}
  - {name: source, type: entity}
  - {name: source_kind, type: word, of: source_kind, label: {ru: Вид источника, kk: Дереккөз түрі, en: Kind of source}}
  - {name: locator, type: text, label: {ru: Место в источнике, kk: Дереккөздегі орны, en: Place in the source}}
  - {name: voice, type: word, of: voice}
  - {name: certainty, type: word, of: certainty}
  - {name: claim, type: text}
example: {kind: Uprising}
expect:
  at_least: 30
  contains:
    - {entity_id: "uprisings_372:u003", property: participants, text: 2000, source_id: "uprisings_372:s008"}
    - {entity_id: "uprisings_372:u009", property: participants, text: close to 3000, source_id: "uprisings_372:s027"}
--- */
MATCH (entity:Person|Uprising|Episode|Case|Measure|Review|Place|Source|Organisation|Lineage)
WHERE entity.conflicts IS NOT NULL AND ($kind IS NULL OR labels(entity)[0] = $kind)
UNWIND entity.conflicts AS property
MATCH (entity)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
WITH entity, property, claim,
     CASE WHEN claim.kind = 'statement' AND claim.property = property THEN claim.value ELSE claim[property] END AS text
WHERE text IS NOT NULL AND claim.past IS NULL
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
WITH entity, labels(entity)[0] AS kind, property, text, claim, source
ORDER BY kind, entity.label, entity.id, property, text, claim.id, source.id
RETURN {id: entity.id, kind: kind, label: entity.label} AS entity, property, text,
       toString(coalesce(entity[property + '_text'], entity[property])) AS accepted,
       CASE WHEN source IS NULL THEN null ELSE {id: source.id, kind: 'Source', label: source.label} END AS source,
       source.source_kind AS source_kind, claim.locator AS locator, claim.voice AS voice, claim.certainty AS certainty,
       claim.id AS claim
