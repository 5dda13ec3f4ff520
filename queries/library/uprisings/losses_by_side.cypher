/* ---
id: losses_by_side
title:
  ru: Какие потери сторон называет каждый источник?
  kk: Әр дереккөз екі жақтың қандай шығынын атайды?
  en: What losses of each side does each source state?
help:
  ru: Убитые и раненые по сторонам, восстаниям и источникам; числа разных источников не складываются.
  kk: Қаза тапқандар мен жараланғандар жақтар, көтерілістер мен дереккөздер бойынша; әртүрлі дереккөз сандары қосылмайды.
  en: Killed and wounded by side, rising and source; numbers of different sources are not added.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: event, type: entity}
  - {name: loss, type: word, of: loss, label: {ru: Потери, kk: Шығын, en: Loss}}
  - {name: text, type: text}
  - {name: least, type: count}
  - {name: greatest, type: count}
  - {name: source, type: entity}
  - {name: locator, type: text, label: {ru: Место в источнике, kk: Дереккөздегі орны, en: Place in the source}}
  - {name: voice, type: word, of: voice}
  - {name: claim, type: text}
view: {range: {label: event, least: least, greatest: greatest, text: text}}
example: {}
expect:
  at_least: 4
  contains:
    - {event_id: "uprisings_372:u007", loss: killed_insurgents, least: 170, source_id: "uprisings_372:s023"}
    - {event_id: "uprisings_372:u003", loss: killed_government, source_id: "uprisings_372:s008"}
--- */
MATCH (event:Uprising|Episode)<-[reading:READ_AS]-(claim:Claim)
WHERE reading.property IN ['killed_insurgents', 'wounded_insurgents', 'killed_government', 'killed_unspecified']
OPTIONAL MATCH (event)-[:PART_OF*1..3]->(whole:Uprising)
WITH event, reading, claim, collect(whole.id) AS wholes
WHERE $uprising IS NULL OR event.id = $uprising OR $uprising IN wholes
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
RETURN {id: event.id, kind: labels(event)[0], label: event.label} AS event, reading.property AS loss,
       reading.text AS text, reading.least AS least, reading.greatest AS greatest,
       CASE WHEN source IS NULL THEN null ELSE {id: source.id, kind: 'Source', label: source.label} END AS source,
       claim.locator AS locator, claim.voice AS voice, claim.id AS claim
ORDER BY event.label, event.id, loss, least, claim, source.id
