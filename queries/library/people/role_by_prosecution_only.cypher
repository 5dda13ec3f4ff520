/* ---
id: role_by_prosecution_only
title:
  ru: Чья роль известна только со слов следствия?
  kk: Кімнің рөлі тек тергеу сөзінен белгілі?
  en: Whose role rests on investigators' words alone?
help:
  ru: Связи, о которых не говорит никто, кроме следствия, обвинения или решающего органа. Столбец «ещё» считает связи того же человека с восстаниями, о которых говорят и другие.
  kk: Тергеу, айыптау не шешуші органнан басқа ешкім айтпайтын байланыстар. «Тағы» бағаны сол адамның басқалар да айтқан байланыстарын санайды.
  en: Ties that nobody but the investigation, the prosecution or the deciding body speaks of. The column "besides" counts the person's ties to risings that others speak of too.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: person, type: entity}
  - {name: event, type: entity}
  - {name: tie, type: word, of: tie}
  - {name: roles, type: words, of: role}
  - {name: voices, type: words, of: voice}
  - {name: besides, type: count, label: {ru: Ещё, kk: Тағы, en: Besides}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
network: {from: person, to: event, tie: roles}
example: {}
expect:
  rows: 7
  contains:
    - {person_id: "uprisings_372:p022", event_id: "uprisings_372:u009", tie: ACCUSED_OVER, voices: investigator}
    - {person_id: "uprisings_372:p027", event_id: "uprisings_372:u017"}
--- */
MATCH (person:Person)-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
WHERE part.prosecution_only = true AND ($uprising IS NULL OR EXISTS {
  MATCH (event)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising
})
CALL (person) {
  MATCH (person)-[other:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)
  WHERE other.prosecution_only = false
  RETURN count(other) AS besides
}
CALL (part) {
  UNWIND part.claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person,
       {id: event.id, kind: labels(event)[0], label: event.label} AS event, type(part) AS tie,
       coalesce(part.roles, []) AS roles, part.voices AS voices, besides, sources, part.claims AS claims
ORDER BY event.label, event.id, person.label, person.id
