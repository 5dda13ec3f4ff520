/* ---
id: sayings_of_source
title:
  ru: Что говорит этот источник?
  kk: Бұл дереккөз не дейді?
  en: What does this source say?
help:
  ru: Все сведения источника – о ком или о чём, какими словами, в каком месте, чьим голосом и с какой достоверностью.
  kk: Дереккөздің барлық мәліметі – кім не не туралы, қандай сөзбен, қай жерінде, кімнің атынан және қандай сенімділікпен.
  en: Every claim of the source – about whom or what, in which words, at which place, in whose voice and with what certainty.
params:
  - {name: source, type: source, required: true}
columns:
  - {name: entity, type: entity}
  - {name: other, type: entity, label: {ru: С кем или чем, kk: Кіммен не немен, en: With whom or what}}
  - {name: properties, type: words, of: property, label: {ru: Свойства, kk: Қасиеттері, en: Properties}}
  - {name: said, type: texts}
  - {name: locator, type: text, label: {ru: Место в источнике, kk: Дереккөздегі орны, en: Place in the source}}
  - {name: quote, type: text}
  - {name: voice, type: word, of: voice}
  - {name: stance, type: word, of: stance}
  - {name: certainty, type: word, of: certainty}
  - {name: claim, type: text}
network: {from: entity, to: other, tie: said}
example: {source: "uprisings_372:s101"}
expect:
  rows: 17
  contains:
    - {entity_id: "uprisings_372:p008", other_id: "uprisings_372:u003", properties: date; role, said: 1930-02; khan, voice: memoirist}
--- */
MATCH (source:Source {id: $source})<-[:CITES]-(claim:Claim)-[:ABOUT]->(:Record)-[:IS]->(entity:Person|Uprising|Episode|Case|Measure|Review|Place|Source|ArchivalUnit|Organisation|Lineage)
WHERE claim.past IS NULL
OPTIONAL MATCH (claim)-[:TO]->(:Record)-[:IS]->(other:Person|Uprising|Episode|Case|Measure|Review|Place|Source|ArchivalUnit|Organisation|Lineage)
CALL (claim) {
  UNWIND keys(claim) AS key
  WITH claim, key
  WHERE NOT key IN ['id', 'kind', 'about', 'about_kind', 'to', 'to_kind', 'cites', 'locator', 'quote', 'access', 'voice',
                    'stance', 'certainty', 'level', 'why', 'past', 'value', 'withdraws']
  WITH CASE WHEN key = 'property' THEN claim.property ELSE key END AS property,
       CASE WHEN key = 'property' THEN claim.value ELSE claim[key] END AS value
  ORDER BY property
  RETURN collect(property) AS properties, collect(value) AS said
}
WITH claim, entity, labels(entity)[0] AS kind, other, properties, said
ORDER BY kind, entity.label, entity.id, other.id, claim.id
RETURN {id: entity.id, kind: kind, label: entity.label} AS entity,
       CASE WHEN other IS NULL THEN null ELSE {id: other.id, kind: labels(other)[0], label: other.label} END AS other,
       properties, said, claim.locator AS locator, claim.quote AS quote, claim.voice AS voice, claim.stance AS stance,
       claim.certainty AS certainty, claim.id AS claim
