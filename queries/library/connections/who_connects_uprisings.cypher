/* ---
id: who_connects_uprisings
title:
  ru: Что соединяет два восстания?
  kk: Екі көтерілісті не байланыстырады?
  en: What connects two risings?
help:
  ru: Люди, названные в обоих или в их эпизодах (и с советской стороны); родство участников; общие места; дела; общее целое. Районы и округа, а также сводные записи соединяют, только если их включить.
  kk: Екеуінде де не олардың эпизодтарында аталған адамдар (кеңес жағынан да); қатысушылардың туыстығы; ортақ жерлер; істер; ортақ бүтін. Аудандар мен округтер, сондай-ақ жиынтық жазбалар қосылса ғана байланыстырады.
  en: People named in both or in their episodes (on the Soviet side too); kinship of participants; shared places; cases; a shared whole. Districts and okrugs, and umbrellas, connect only when switched on.
params:
  - {name: one, type: uprising, required: true, label: {ru: Первое восстание, kk: Бірінші көтеріліс, en: First rising}}
  - {name: other, type: uprising, required: true, label: {ru: Второе восстание, kk: Екінші көтеріліс, en: Second rising}}
  - {name: with_accused, type: boolean, default: false}
  - {name: with_wide, type: boolean, default: false}
  - {name: with_umbrellas, type: boolean, default: false}
columns:
  - {name: way, type: word, of: way}
  - {name: via, type: entities}
  - {name: side_in_one, type: word, of: side, label: {ru: Сторона в первом, kk: Біріншідегі жағы, en: Side in the first}}
  - {name: side_in_other, type: word, of: side, label: {ru: Сторона во втором, kk: Екіншідегі жағы, en: Side in the second}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {one: "uprisings_372:u012", other: "uprisings_372:u013"}
expect:
  rows: 3
  contains:
    - {way: person, via_id: "uprisings_372:p025", side_in_one: insurgent}
    - {way: person, via_id: "uprisings_372:p050", side_in_one: soviet}
    - {way: place, via_id: "uprisings_372:pl059"}
--- */
MATCH (one:Uprising {id: $one}), (other:Uprising {id: $other})
CALL (one, other) {
  MATCH (one)<-[:PART_OF*0..2]-(here:Uprising|Episode)<-[first:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)-[second:TOOK_PART_IN|ACCUSED_OVER]->(there:Uprising|Episode)-[:PART_OF*0..2]->(other)
  WHERE here.id <> there.id
    AND ($with_accused OR (type(first) = 'TOOK_PART_IN' AND type(second) = 'TOOK_PART_IN'))
  RETURN 'person' AS way, [{id: person.id, kind: 'Person', label: person.label}] AS via,
         first.side AS side_in_one, second.side AS side_in_other, first.claims + second.claims AS claims
  UNION ALL
  MATCH (one)<-[:PART_OF*0..2]-(:Uprising|Episode)<-[first:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)-[kin:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]-(relative:Person)-[second:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)-[:PART_OF*0..2]->(other)
  WHERE $with_accused OR (type(first) = 'TOOK_PART_IN' AND type(second) = 'TOOK_PART_IN')
  RETURN 'kin' AS way, [{id: person.id, kind: 'Person', label: person.label},
         {id: relative.id, kind: 'Person', label: relative.label}] AS via,
         first.side AS side_in_one, second.side AS side_in_other, first.claims + kin.claims + second.claims AS claims
  UNION ALL
  MATCH (one)<-[:PART_OF*0..2]-(here:Uprising|Episode)-[first:TOOK_PLACE_IN]->(place:Place)<-[second:TOOK_PLACE_IN]-(there:Uprising|Episode)-[:PART_OF*0..2]->(other)
  WHERE here.id <> there.id AND (place.connects = true OR $with_wide)
  RETURN 'place' AS way, [{id: place.id, kind: 'Place', label: place.label}] AS via,
         null AS side_in_one, null AS side_in_other, first.claims + second.claims AS claims
  UNION ALL
  MATCH (one)<-[first:CONCERNS]-(case:Case)-[second:CONCERNS]->(other)
  RETURN 'case' AS way, [{id: case.id, kind: 'Case', label: case.label}] AS via,
         null AS side_in_one, null AS side_in_other, first.claims + second.claims AS claims
  UNION ALL
  MATCH (one)<-[part:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)-[role:INVOLVED_IN]->(case:Case)-[concern:CONCERNS]->(other)
  RETURN 'case' AS way, [{id: person.id, kind: 'Person', label: person.label},
         {id: case.id, kind: 'Case', label: case.label}] AS via,
         part.side AS side_in_one, null AS side_in_other, part.claims + role.claims + concern.claims AS claims
  UNION ALL
  MATCH (one)-[first:PART_OF]->(whole:Uprising)<-[second:PART_OF]-(other)
  WHERE whole.connects = true OR $with_umbrellas
  RETURN 'part' AS way, [{id: whole.id, kind: 'Uprising', label: whole.label}] AS via,
         null AS side_in_one, null AS side_in_other, first.claims + second.claims AS claims
  UNION ALL
  MATCH (one)-[part:PART_OF]-(other)
  RETURN 'part' AS way, [{id: startNode(part).id, kind: 'Uprising', label: startNode(part).label}] AS via,
         null AS side_in_one, null AS side_in_other, part.claims AS claims
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN way, via, side_in_one, side_in_other, sources, claims
ORDER BY CASE way WHEN 'person' THEN 1 WHEN 'kin' THEN 2 WHEN 'case' THEN 3 WHEN 'part' THEN 4 ELSE 5 END,
         via[0].label, [step IN via | step.id], claims
