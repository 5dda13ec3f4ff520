/* ---
id: people_of_place
title:
  ru: Кто связан с этим местом?
  kk: Осы жермен кім байланысты?
  en: Who is tied to this place?
help:
  ru: Родившиеся, жившие, умершие здесь и участники восстаний, которые здесь происходили, – вместе с тем, что входило в это место.
  kk: Осында туған, тұрған, қайтыс болғандар және осында болған көтерілістерге қатысқандар – осы жердің құрамындағылармен бірге.
  en: Those who were born, lived or died here, and participants of the risings that took place here, together with what lay within the place.
params:
  - {name: place, type: place, required: true}
  - {name: with_events, type: boolean, default: true, label: {ru: И участники здешних восстаний, kk: Осы жердегі көтерілістерге қатысқандармен бірге, en: With participants of risings here}}
columns:
  - {name: person, type: entity}
  - {name: tie, type: word, of: tie}
  - {name: place, type: entity}
  - {name: event, type: entity}
  - {name: certainty, type: word, of: certainty}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
network: {from: person, to: place, tie: tie}
example: {place: "uprisings_372:pl010"}
expect:
  rows: 20
  contains:
    - {person_id: "uprisings_372:p008", tie: TOOK_PART_IN, event_id: "uprisings_372:u003"}
--- */
MATCH (wide:Place {id: $place})<-[:WITHIN*0..6]-(place:Place)
WITH DISTINCT place
CALL (place) {
  MATCH (place)<-[tie:BORN_IN|LIVED_IN|DIED_IN]-(person:Person)
  RETURN person, type(tie) AS tie, null AS event, tie.certainty AS certainty, tie.claims AS claims
  UNION ALL
  MATCH (place)<-[where:TOOK_PLACE_IN]-(event:Uprising|Episode)<-[part:TOOK_PART_IN]-(person:Person)
  WHERE $with_events AND coalesce(event.connects, true)
  RETURN person, type(part) AS tie, {id: event.id, kind: labels(event)[0], label: event.label} AS event,
         part.certainty AS certainty, part.claims + where.claims AS claims
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, tie,
       {id: place.id, kind: 'Place', label: place.label} AS place, event, certainty, sources, claims
ORDER BY tie, person.label, person.id, place.id, event.id
