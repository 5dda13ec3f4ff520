/* ---
id: leaders_of_uprisings
title:
  ru: Кто возглавлял каждое восстание?
  kk: Әр көтерілісті кім басқарды?
  en: Who led each rising?
help:
  ru: По ролям, которые названы источниками. Восстание, где никто не назван, остаётся в таблице пустой строкой. Роли по слову одного лишь следствия сюда не входят.
  kk: Дереккөздер атаған рөлдер бойынша. Ешкім аталмаған көтеріліс кестеде бос жол болып қалады. Тек тергеу айтқан рөлдер мұнда кірмейді.
  en: By the roles that sources name. A rising for which nobody is named stays as an empty row. Roles by the word of the investigation alone are not here.
params:
  - {name: uprising, type: uprising}
  - name: roles
    type: choice
    many: true
    default: [khan, deputy_khan, leader, commander, sardarbek, organiser]
    choices:
      - {value: khan, label: {ru: хан, kk: хан, en: khan}}
      - {value: deputy_khan, label: {ru: заместитель хана, kk: хан орынбасары, en: deputy khan}}
      - {value: leader, label: {ru: руководитель, kk: басшы, en: leader}}
      - {value: commander, label: {ru: командующий, kk: қолбасшы, en: commander}}
      - {value: sardarbek, label: {ru: сардарбек, kk: сардарбек, en: sardarbek}}
      - {value: organiser, label: {ru: организатор, kk: ұйымдастырушы, en: organiser}}
      - {value: vizier, label: {ru: визирь, kk: уәзір, en: vizier}}
      - {value: vizier_or_judge, label: {ru: визирь или судья, kk: уәзір не қазы, en: vizier or judge}}
columns:
  - {name: uprising, type: entity}
  - {name: person, type: entity}
  - {name: roles, type: words, of: role}
  - {name: certainty, type: word, of: certainty}
  - {name: witnesses, type: count}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
network: {from: person, to: uprising, tie: roles}
example: {}
expect:
  rows: 37
  contains:
    - {uprising_id: "uprisings_372:u003", person_id: "uprisings_372:p008", roles: khan; leader}
    - {uprising_id: "uprisings_372:u001", person_id: "uprisings_372:p002", roles: commander}
    - {uprising_id: "uprisings_372:u022", person_id: "", roles: ""}
--- */
MATCH (uprising:Uprising)
WHERE uprising.scope <> 'aggregate' AND ($uprising IS NULL OR uprising.id = $uprising)
OPTIONAL MATCH (uprising)<-[part:TOOK_PART_IN]-(person:Person)
WHERE any(role IN part.roles WHERE role IN $roles)
CALL (part) {
  UNWIND part.claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: uprising.id, kind: 'Uprising', label: uprising.label} AS uprising,
       CASE WHEN person IS NULL THEN null ELSE {id: person.id, kind: 'Person', label: person.label} END AS person,
       [role IN coalesce(part.roles, []) WHERE role IN $roles] AS roles, part.certainty AS certainty,
       part.witnesses AS witnesses, sources, coalesce(part.claims, []) AS claims
ORDER BY uprising.label, uprising.id, person.label, person.id
