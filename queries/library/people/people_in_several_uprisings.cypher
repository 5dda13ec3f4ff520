/* ---
id: people_in_several_uprisings
title:
  ru: Кто участвовал в нескольких восстаниях?
  kk: Бірнеше көтеріліске кім қатысты?
  en: Who took part in more than one rising?
help:
  ru: Эпизод считается вместе с восстанием, частью которого он был; эпизоды без названного восстания и сводные записи никого не соединяют, если их не включить. Видно и сторону – советские участники тоже переходили из восстания в восстание.
  kk: Эпизод өзі бөлігі болған көтеріліспен бірге саналады; көтерілісі аталмаған эпизодтар мен жиынтық жазбалар қосылмаса ешкімді байланыстырмайды. Жағы да көрінеді – кеңес жағындағылар да көтерілістен көтеріліске ауысып жүрді.
  en: An episode counts with the rising it was part of; episodes of no named rising, umbrellas and aggregates connect nobody unless switched on. The side is shown, since the Soviet side too went from rising to rising.
params:
  - {name: number, type: integer, default: 2, least: 2, greatest: 20, label: {ru: Восстаний не менее, kk: Көтеріліс саны кемінде, en: Risings at least}}
  - name: side
    type: choice
    choices:
      - {value: insurgent, label: {ru: повстанцы, kk: көтерілісшілер, en: insurgents}}
      - {value: soviet, label: {ru: советская сторона, kk: кеңес жағы, en: Soviet side}}
  - {name: with_accused, type: boolean, default: false}
  - {name: with_episodes, type: boolean, default: false, label: {ru: И эпизоды без названного восстания, kk: Көтерілісі аталмаған эпизодтармен бірге, en: With episodes of no named rising}}
  - {name: with_umbrellas, type: boolean, default: false}
columns:
  - {name: person, type: entity}
  - {name: number, type: count, label: {ru: Восстаний, kk: Көтеріліс саны, en: Risings}}
  - {name: uprisings, type: entities}
  - {name: sides, type: words, of: side, label: {ru: Стороны, kk: Жақтары, en: Sides}}
  - {name: roles, type: words, of: role}
  - {name: claims, type: claims}
view: {bars: {label: person, value: number}}
example: {}
expect:
  rows: 4
  contains:
    - {person_id: "uprisings_372:p025", number: 2, uprisings_id: "uprisings_372:u012; uprisings_372:u013", sides: insurgent}
    - {person_id: "uprisings_372:p114", sides: soviet}
--- */
MATCH (person:Person)-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
WHERE (type(part) = 'TOOK_PART_IN' OR $with_accused) AND ($side IS NULL OR part.side = $side)
OPTIONAL MATCH (event)-[:PART_OF*1..3]->(whole:Uprising)
WHERE whole.connects = true
WITH person, part, event, whole ORDER BY whole.id
WITH person, part, event, head(collect(whole)) AS whole
WITH person, part, coalesce(whole, event) AS uprising
WHERE uprising.scope = 'rising' OR (uprising.scope IN ['umbrella', 'aggregate'] AND $with_umbrellas)
   OR (coalesce(uprising.scope, 'episode') = 'episode' AND $with_episodes)
WITH person, part, uprising
ORDER BY person.id, uprising.id, part.claims
WITH person, collect(DISTINCT {id: uprising.id, kind: labels(uprising)[0], label: uprising.label}) AS uprisings,
     collect(DISTINCT part.side) AS sides, collect(part.roles) AS roles, collect(part.claims) AS claims
WHERE size(uprisings) >= $number
CALL (roles) {
  UNWIND roles AS some
  UNWIND some AS role
  WITH DISTINCT role ORDER BY role
  RETURN collect(role) AS named
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, size(uprisings) AS number, uprisings, sides,
       named AS roles, reduce(every = [], some IN claims | every + some) AS claims
ORDER BY number DESC, person.label, person.id
