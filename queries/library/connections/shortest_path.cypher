/* ---
id: shortest_path
title:
  ru: Каков кратчайший путь между двумя людьми?
  kk: Екі адамның арасындағы ең қысқа жол қандай?
  en: What is the shortest path between two people?
help:
  ru: Все пути наименьшей длины по выбранным видам связей, шаг за шагом, у каждого шага – сведения. Общее событие – два шага. Пути через сводные записи, роды и широкие места отброшены; обходные пути ищет страница «Связь» и kb paths.
  kk: Таңдалған байланыс түрлері бойынша ең қысқа жолдардың бәрі, қадам сайын, әр қадамның мәліметтері бар. Ортақ оқиға – екі қадам. Жиынтық жазбалар, рулар мен кең жерлер арқылы өтетін жолдар алынбаған; айналма жолды «Байланыс» беті мен kb paths іздейді.
  en: All paths of the least length over the chosen types of tie, step by step, each step with its claims. A shared event makes two steps. Paths through umbrellas, lineages and wide places are dropped; detours are found by the page Connection and kb paths.
params:
  - {name: one, type: person, required: true}
  - {name: other, type: person, required: true}
  - name: by
    type: choice
    default: all
    label: {ru: По связям, kk: Байланыс түрі, en: Over ties}
    choices:
      - {value: all, label: {ru: события и родство и дела и места, kk: оқиғалар мен туыстық пен істер мен жерлер, en: events and kin and cases and places}}
      - {value: events, label: {ru: только события, kk: тек оқиғалар, en: events only}}
      - {value: kin, label: {ru: только родство, kk: тек туыстық, en: kin only}}
columns:
  - {name: path, type: count, label: {ru: Путь, kk: Жол, en: Path}}
  - {name: step, type: count, label: {ru: Шаг, kk: Қадам, en: Step}}
  - {name: from, type: entity, label: {ru: От, kk: Бастап, en: From}}
  - {name: tie, type: word, of: tie}
  - {name: forward, type: boolean, label: {ru: По направлению связи, kk: Байланыс бағытымен, en: Along the tie}}
  - {name: to, type: entity, label: {ru: К, kk: Дейін, en: To}}
  - {name: certainty, type: word, of: certainty}
  - {name: prosecution_only, type: boolean, label: {ru: Только по версии следствия, kk: Тек тергеу нұсқасы бойынша, en: Only the investigation says so}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
view: {network: {from: from, to: to, tie: tie}}
example: {one: "uprisings_372:p008", other: "uprisings_372:p119"}
expect:
  rows: 4
  exact:
    - {path: 1, step: 1, from_id: "uprisings_372:p008", tie: TOOK_PART_IN, to_id: "uprisings_372:u003"}
    - {path: 1, step: 2, from_id: "uprisings_372:u003", tie: TOOK_PART_IN, to_id: "uprisings_372:p114", forward: "false"}
    - {path: 1, step: 3, from_id: "uprisings_372:p114", tie: TOOK_PART_IN, to_id: "uprisings_372:u024"}
    - {path: 1, step: 4, from_id: "uprisings_372:u024", tie: TOOK_PART_IN, to_id: "uprisings_372:p119"}
--- */
MATCH (one:Person {id: $one}), (other:Person {id: $other})
CALL (one, other) {
  WITH one, other WHERE $by = 'all' AND one.id <> other.id
  MATCH path = allShortestPaths((one)-[:TOOK_PART_IN|ACCUSED_OVER|CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|ASSOCIATED_WITH|NAMED_IN_TESTIMONY|MEMBER_OF|INVOLVED_IN|BORN_IN|LIVED_IN|DIED_IN|PART_OF|CONCERNS|TOOK_PLACE_IN*..8]-(other))
  RETURN path
  UNION
  WITH one, other WHERE $by = 'events' AND one.id <> other.id
  MATCH path = allShortestPaths((one)-[:TOOK_PART_IN|PART_OF*..8]-(other))
  RETURN path
  UNION
  WITH one, other WHERE $by = 'kin' AND one.id <> other.id
  MATCH path = allShortestPaths((one)-[:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF*..8]-(other))
  RETURN path
}
WITH path, [node IN nodes(path) WHERE node.connects = false] AS walls
WHERE size(walls) = 0
WITH path, [node IN nodes(path) | node.id] AS ids, [tie IN relationships(path) | type(tie)] AS types
ORDER BY ids, types
WITH collect(path) AS paths
UNWIND range(0, size(paths) - 1) AS number
WITH number, paths[number] AS path
UNWIND range(0, length(path) - 1) AS at
WITH number, at, nodes(path)[at] AS near, relationships(path)[at] AS tie, nodes(path)[at + 1] AS far
CALL (tie) {
  UNWIND tie.claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN number + 1 AS path, at + 1 AS step, {id: near.id, kind: labels(near)[0], label: near.label} AS from,
       type(tie) AS tie, startNode(tie).id = near.id AS forward,
       {id: far.id, kind: labels(far)[0], label: far.label} AS to, tie.certainty AS certainty,
       coalesce(tie.prosecution_only, false) AS prosecution_only, sources, coalesce(tie.claims, []) AS claims
ORDER BY path, step
