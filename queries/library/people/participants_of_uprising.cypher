/* ---
id: participants_of_uprising
title:
  ru: Кто участвовал в восстании и кто это говорит?
  kk: Көтеріліске кім қатысты және мұны кім айтады?
  en: Who took part in a rising, and who says so?
help:
  ru: Люди с ролью и стороной, у каждого – источники и места в них. Обвинённые не считаются участниками; их можно показать отдельно.
  kk: Рөлі мен жағы көрсетілген адамдар, әрқайсысының дереккөздері мен ондағы орындары. Айыпталғандар қатысушы саналмайды; оларды бөлек көрсетуге болады.
  en: People with role and side, each with sources and the places in them. The accused are not counted as participants; they can be shown beside them.
params:
  - {name: uprising, type: uprising, required: true}
  - name: side
    type: choice
    choices:
      - {value: insurgent, label: {ru: повстанцы, kk: көтерілісшілер, en: insurgents}}
      - {value: soviet, label: {ru: советская сторона, kk: кеңес жағы, en: Soviet side}}
      - {value: witness, label: {ru: свидетели, kk: куәлар, en: witnesses}}
      - {value: unknown, label: {ru: сторона не ясна, kk: жағы белгісіз, en: side unknown}}
  - {name: with_parts, type: boolean, default: false}
  - {name: with_accused, type: boolean, default: false}
columns:
  - {name: person, type: entity}
  - {name: tie, type: word, of: tie}
  - {name: roles, type: words, of: role}
  - {name: side, type: word, of: side}
  - {name: event, type: entity}
  - {name: certainty, type: word, of: certainty}
  - {name: witnesses, type: count}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
network: {from: person, to: event, tie: roles}
example: {uprising: "uprisings_372:u003"}
expect:
  rows: 20
  contains:
    - {person_id: "uprisings_372:p008", roles: khan; killed_in_action; leader, side: insurgent, witnesses: 2}
    - {person_id: "uprisings_372:p035", roles: opponent_killed, side: soviet}
--- */
MATCH (whole:Uprising {id: $uprising})<-[:PART_OF*0..3]-(event:Uprising|Episode)
WHERE event.id = whole.id OR $with_parts
MATCH (event)<-[part:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)
WHERE (type(part) = 'TOOK_PART_IN' OR $with_accused) AND ($side IS NULL OR part.side = $side)
CALL (part) {
  UNWIND part.claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, type(part) AS tie,
       coalesce(part.roles, []) AS roles, part.side AS side,
       {id: event.id, kind: labels(event)[0], label: event.label} AS event,
       part.certainty AS certainty, part.witnesses AS witnesses, sources, part.claims AS claims
ORDER BY tie DESC, side, person.label, person.id, event.id
