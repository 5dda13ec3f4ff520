/* ---
id: kin_within_steps
title:
  ru: Кто родня человеку, не дальше скольких-то шагов?
  kk: Адамның белгілі қадамнан аспайтын туыстары кім?
  en: Who is kin to a person, within so many steps?
help:
  ru: По кратчайшей цепи родства; шаг – одна связь между родителем и ребёнком, супругами, братьями и сёстрами или родство словом источника. Рядом – восстания родственника.
  kk: Туыстықтың ең қысқа тізбегі бойынша; қадам – ата-ана мен бала, ерлі-зайыптылар, бауырлар арасындағы не дереккөз сөзімен айтылған бір байланыс. Жанында – туысының көтерілістері.
  en: By the shortest chain of kinship; a step is one tie between parent and child, spouses, siblings, or kinship in a source's word. Beside it, the relative's risings.
params:
  - {name: person, type: person, required: true}
  - {name: steps, type: integer, default: 3, least: 1, greatest: 4}
columns:
  - {name: person, type: entity}
  - {name: other, type: entity, label: {ru: Родственник, kk: Туысы, en: Relative}}
  - {name: steps, type: count, label: {ru: Шагов, kk: Қадам, en: Steps}}
  - {name: chain, type: entities, label: {ru: Цепь, kk: Тізбек, en: Chain}}
  - {name: ties, type: words, of: tie, label: {ru: Связи по порядку, kk: Байланыстар ретімен, en: Ties in order}}
  - {name: terms, type: words, of: kin_term}
  - {name: uprisings, type: entities}
  - {name: claims, type: claims}
view: {network: {from: person, to: other, tie: terms}}
example: {person: "uprisings_372:p013"}
expect:
  rows: 1
  contains:
    - {other_id: "uprisings_372:p014", steps: 1, ties: SIBLING_OF, uprisings_id: "uprisings_372:u007"}
--- */
MATCH path = (person:Person {id: $person})-[:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF*1..4]-(other:Person)
WHERE length(path) <= $steps AND other.id <> person.id
WITH person, other, path, [someone IN nodes(path) | someone.id] AS ids
ORDER BY length(path), ids, [tie IN relationships(path) | type(tie)]
WITH person, other, head(collect(path)) AS path
CALL (other) {
  MATCH (other)-[:TOOK_PART_IN]->(event:Uprising|Episode)
  WITH event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person,
       {id: other.id, kind: 'Person', label: other.label} AS other, length(path) AS steps,
       [someone IN nodes(path) | {id: someone.id, kind: 'Person', label: someone.label}] AS chain,
       [tie IN relationships(path) | type(tie)] AS ties,
       reduce(every = [], tie IN relationships(path) | every + coalesce(tie.terms, [])) AS terms, uprisings,
       reduce(every = [], tie IN relationships(path) | every + tie.claims) AS claims
ORDER BY steps, other.label, other.id
