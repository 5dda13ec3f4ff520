/* ---
id: suppressors_in_several
title:
  ru: Кто подавлял больше одного восстания?
  kk: Бірден көп көтерілісті кім басып-жаншыды?
  en: Who suppressed more than one rising?
help:
  ru: Люди, которых источники называют с советской стороны в нескольких восстаниях – командиры, уполномоченные, следователи. Участие в эпизоде и в части считается участием в целом; сводные записи не считаются.
  kk: Дереккөздер бірнеше көтерілісте кеңес жағынан атаған адамдар – командирлер, өкілдер, тергеушілер. Эпизодқа не бөлікке қатысу бүтінге қатысу деп саналады; жиынтық жазбалар саналмайды.
  en: People whom sources name on the Soviet side in several risings – commanders, plenipotentiaries, investigators. Part in an episode or in a part counts as part in the whole; umbrellas are not counted.
params:
  - {name: number, type: integer, default: 2, least: 2, greatest: 20, label: {ru: Восстаний не менее, kk: Көтеріліс саны кемінде, en: Risings at least}}
columns:
  - {name: person, type: entity}
  - {name: number, type: count}
  - {name: uprisings, type: entities}
  - {name: roles, type: words, of: role}
  - {name: organisations, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 3
  contains:
    - {person_id: "uprisings_372:p041", number: "2", uprisings_id: "uprisings_372:u012; uprisings_372:u026"}
--- */
MATCH (person:Person)-[part:TOOK_PART_IN]->(event:Uprising|Episode)
WHERE part.side = 'soviet'
OPTIONAL MATCH (event)-[:PART_OF*1..3]->(whole:Uprising)
WHERE whole.connects = true
WITH person, part, event, whole ORDER BY whole.id
WITH person, part, event, head(collect(whole)) AS whole
WITH person, part, coalesce(whole, event) AS uprising
WHERE uprising.scope = 'rising'
WITH person, part, uprising ORDER BY person.id, uprising.id, part.claims
WITH person, collect(DISTINCT {id: uprising.id, kind: 'Uprising', label: uprising.label}) AS uprisings, collect(part.roles) AS roles,
     collect(part.claims) AS claims
WHERE size(uprisings) >= $number
WITH person, uprisings, roles, reduce(every = [], some IN claims | every + some) AS claims
CALL (roles) {
  UNWIND roles AS some
  UNWIND some AS role
  WITH DISTINCT role ORDER BY role
  RETURN collect(role) AS named
}
CALL (person) {
  MATCH (person)-[:MEMBER_OF]->(organisation:Organisation)
  WITH DISTINCT organisation ORDER BY organisation.id
  RETURN collect({id: organisation.id, kind: 'Organisation', label: organisation.label}) AS organisations
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, size(uprisings) AS number, uprisings, named AS roles, organisations, sources, claims
ORDER BY number DESC, person.label, person.id
