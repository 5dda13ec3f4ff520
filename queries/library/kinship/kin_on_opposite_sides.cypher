/* ---
id: kin_on_opposite_sides
title:
  ru: Какие братья и родственники оказались на разных сторонах?
  kk: Қай ағайындар мен туыстар қарсы жақтарда болды?
  en: Which brothers and kin stood on opposite sides?
help:
  ru: Пары родственников, один из которых был с восставшими, другой – с советской стороны, в одном восстании или в разных. Обвинение одним следствием стороной не считается.
  kk: Бірі көтерілісшілермен, екіншісі кеңес жағында болған туыс жұптары – бір көтерілісте не әртүрлісінде. Тек тергеу айыптаған жақ деп саналмайды.
  en: Pairs of kin of whom one was with the insurgents and the other on the Soviet side, in one rising or in different ones. An accusation by the investigation alone is no side.
params:
  - {name: brothers, type: boolean, default: false, label: {ru: Только братья и сёстры, kk: "Тек аға-іні, апа-сіңлі", en: Brothers and sisters only}}
  - {name: same_rising, type: boolean, default: false, label: {ru: Только в одном восстании, kk: Тек бір көтерілісте, en: In one rising only}}
columns:
  - {name: insurgent, type: entity, label: {ru: С восставшими, kk: Көтерілісшілермен, en: With the insurgents}}
  - {name: tie, type: word, of: tie}
  - {name: terms, type: words, of: kin_term}
  - {name: opponent, type: entity, label: {ru: С советской стороны, kk: Кеңес жағында, en: On the Soviet side}}
  - {name: uprising_of_insurgent, type: entity, label: {ru: Восстание первого, kk: Біріншісінің көтерілісі, en: Rising of the one}}
  - {name: uprising_of_opponent, type: entity, label: {ru: Восстание второго, kk: Екіншісінің көтерілісі, en: Rising of the other}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
network: {from: insurgent, to: opponent, tie: terms}
example: {}
expect:
  rows: 0
--- */
MATCH (one:Person)-[tie:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]->(other:Person)
WHERE NOT $brothers OR type(tie) = 'SIBLING_OF'
UNWIND [[one, other], [other, one]] AS pair
WITH tie, pair[0] AS insurgent, pair[1] AS opponent
MATCH (insurgent:Person)-[first:TOOK_PART_IN]->(here:Uprising|Episode)
WHERE first.side = 'insurgent'
MATCH (opponent:Person)-[second:TOOK_PART_IN]->(there:Uprising|Episode)
WHERE second.side = 'soviet' AND (NOT $same_rising OR here.id = there.id)
WITH tie, insurgent, opponent, here, there, tie.claims + first.claims + second.claims AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: insurgent.id, kind: 'Person', label: insurgent.label} AS insurgent, type(tie) AS tie, coalesce(tie.terms, []) AS terms,
       {id: opponent.id, kind: 'Person', label: opponent.label} AS opponent, {id: here.id, kind: labels(here)[0], label: here.label} AS uprising_of_insurgent,
       {id: there.id, kind: labels(there)[0], label: there.label} AS uprising_of_opponent, sources, claims
ORDER BY insurgent.label, insurgent.id, opponent.id, here.id, there.id, tie
