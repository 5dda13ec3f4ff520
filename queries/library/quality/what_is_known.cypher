/* ---
id: what_is_known
title:
  ru: Что известно и у скольких из скольких?
  kk: Не белгілі және қаншасының қаншасында?
  en: What is known, and for how many of how many?
help:
  ru: Для людей восстаний, восстаний и мер – у скольких есть свойство и из скольких. Остальное не «нет», а «не в базе».
  kk: Көтеріліс адамдары, көтерілістер мен шаралар үшін – қасиет қаншасында бар және барлығы қанша. Қалғаны «жоқ» емес, «базада жоқ».
  en: For people of the risings, risings and measures, how many have the property, and out of how many. The rest is not "none" but "not in the base".
params: []
columns:
  - {name: kind, type: word, of: kind, label: {ru: О чём, kk: Не туралы, en: About}}
  - {name: property, type: word, of: property}
  - {name: known, type: count}
  - {name: of, type: count}
  - {name: share, type: share}
view: {bars: {label: property, value: known, of: of}}
example: {}
expect:
  rows: 20
  contains:
    - {kind: Person, property: birth, known: 2, of: 104}
    - {kind: Uprising, property: participants, of: 26}
--- */
CALL () {
  MATCH (entity:Person)
  WHERE entity.scope = 'in_scope'
  UNWIND ['name_kk', 'name_ru', 'father', 'birth', 'death', 'birthplace', 'occupation', 'lineage', 'fate'] AS property
  RETURN 'Person' AS kind, property, entity
  UNION ALL
  MATCH (entity:Uprising)
  WHERE entity.scope <> 'aggregate'
  UNWIND ['start', 'end', 'participants', 'killed_insurgents', 'killed_government', 'arrested', 'cause'] AS property
  RETURN 'Uprising' AS kind, property, entity
  UNION ALL
  MATCH (entity:Measure)
  UNWIND ['decided', 'carried_out', 'body', 'sentence'] AS property
  RETURN 'Measure' AS kind, property, entity
}
WITH kind, property,
     CASE WHEN property IN ['birth', 'death', 'start', 'end', 'decided', 'carried_out']
          THEN coalesce(entity[property + '_earliest'], entity[property + '_latest']) ELSE entity[property] END AS value
WITH kind, property, count(value) AS known, count(*) AS of
RETURN kind, property, known, of, toFloat(known) / of AS share
ORDER BY kind, share DESC, property
