/* ---
id: shared_by_two
title:
  ru: Что общего у двух людей в источниках?
  kk: Дереккөздерде екі адамның ортақ несі бар?
  en: What do two people have in common in the sources?
help:
  ru: Общие восстания, дела, организации, роды, места и прямые связи. Роды, районы и сводные записи показаны, но помечены как не соединяющие сами по себе.
  kk: Ортақ көтерілістер, істер, ұйымдар, рулар, жерлер мен тікелей байланыстар. Рулар, аудандар мен жиынтық жазбалар көрсетіледі, бірақ өздігінен байланыстырмайды деп белгіленеді.
  en: Shared risings, cases, organisations, lineages, places and direct ties. Lineages, districts and umbrellas are shown but marked as connecting nobody by themselves.
params:
  - {name: one, type: person, required: true}
  - {name: other, type: person, required: true}
columns:
  - {name: way, type: word, of: way}
  - {name: via, type: entity}
  - {name: connects, type: boolean, label: {ru: Соединяет само, kk: Өздігінен байланыстырады, en: Connects by itself}}
  - {name: tie_of_one, type: word, of: tie, label: {ru: Связь первого, kk: Біріншінің байланысы, en: Tie of the first}}
  - {name: tie_of_other, type: word, of: tie, label: {ru: Связь второго, kk: Екіншінің байланысы, en: Tie of the second}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {one: "uprisings_372:p008", other: "uprisings_372:p009"}
expect:
  rows: 1
  contains:
    - {way: uprising, via_id: "uprisings_372:u003", connects: "true"}
--- */
MATCH (one:Person {id: $one}), (other:Person {id: $other})
CALL (one, other) {
  MATCH (one)-[first:TOOK_PART_IN|ACCUSED_OVER|INVOLVED_IN|MEMBER_OF|BORN_IN|DIED_IN|LIVED_IN]->(shared:Uprising|Episode|Case|Organisation|Lineage|Place)<-[second:TOOK_PART_IN|ACCUSED_OVER|INVOLVED_IN|MEMBER_OF|BORN_IN|DIED_IN|LIVED_IN]-(other)
  RETURN CASE labels(shared)[0] WHEN 'Episode' THEN 'uprising' ELSE toLower(labels(shared)[0]) END AS way,
         {id: shared.id, kind: labels(shared)[0], label: shared.label} AS via,
         coalesce(shared.connects, true) AS connects,
         type(first) AS tie_of_one, type(second) AS tie_of_other, first.claims + second.claims AS claims
  UNION ALL
  MATCH (one)-[tie:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|ASSOCIATED_WITH|NAMED_IN_TESTIMONY]-(other)
  RETURN 'tie' AS way, null AS via, true AS connects,
         CASE WHEN startNode(tie).id = one.id THEN type(tie) END AS tie_of_one,
         CASE WHEN startNode(tie).id = other.id THEN type(tie) END AS tie_of_other, tie.claims AS claims
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN way, via, connects, tie_of_one, tie_of_other, sources, claims
ORDER BY connects DESC, way, via.id, tie_of_one, tie_of_other
