/* ---
id: kin_of_participants
title:
  ru: Какая родня известна у участников восстания?
  kk: Көтеріліске қатысушылардың қандай туыстары белгілі?
  en: What kin of a rising's participants is known?
help:
  ru: Участники восстания, их прямая родня и то, названа ли она сама в этом или другом восстании. Кто без известной родни, тоже в таблице – пустая строка говорит «не в базе», а не «не было».
  kk: Көтеріліске қатысушылар, олардың тікелей туыстары және олардың өздері осы не басқа көтерілісте аталған-аталмағаны. Туысы белгісіздер де кестеде – бос жол «базада жоқ» дегенді білдіреді, «болмаған» дегенді емес.
  en: Participants of a rising, their direct kin, and whether those are themselves named in this or another rising. Those without known kin are there too – an empty row says "not in the base", not "there was none".
params:
  - {name: uprising, type: uprising, required: true}
columns:
  - {name: person, type: entity}
  - {name: roles, type: words, of: role}
  - {name: tie, type: word, of: tie}
  - {name: terms, type: words, of: kin_term}
  - {name: other, type: entity, label: {ru: Родственник, kk: Туысы, en: Relative}}
  - {name: uprisings, type: entities, label: {ru: Восстания родственника, kk: Туысының көтерілістері, en: Risings of the relative}}
  - {name: claims, type: claims}
network: {from: person, to: other, tie: terms}
example: {uprising: "uprisings_372:u007"}
expect:
  rows: 9
  contains:
    - {person_id: "uprisings_372:p013", other_id: "uprisings_372:p014"}
    - {person_id: "uprisings_372:p017", other_id: ""}
--- */
MATCH (uprising:Uprising {id: $uprising})<-[part:TOOK_PART_IN]-(person:Person)
OPTIONAL MATCH (person)-[tie:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]-(other:Person)
CALL (other) {
  MATCH (other)-[:TOOK_PART_IN]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, coalesce(part.roles, []) AS roles,
       type(tie) AS tie, coalesce(tie.terms, []) AS terms,
       CASE WHEN other IS NULL THEN null ELSE {id: other.id, kind: 'Person', label: other.label} END AS other,
       uprisings, coalesce(tie.claims, []) AS claims
ORDER BY person.label, person.id, other.label, other.id, tie
