/* ---
id: missing_basics
title:
  ru: У чего нет даты, места или источника?
  kk: Ненің күні, жері не дереккөзі жоқ?
  en: What has no date, place or source?
help:
  ru: Восстания без даты или места, меры без даты или места, люди восстаний без даты рождения, что угодно без источника. Пустое – «не в базе», а не «не было».
  kk: Күні не жері жоқ көтерілістер, күні не жері жоқ шаралар, туған күні жоқ көтеріліс адамдары, дереккөзі жоқ кез келген жазба. Бос – «базада жоқ», «болмаған» емес.
  en: Risings without date or place, measures without date or place, people of the risings without a date of birth, anything without a source. Empty means "not in the base", not "there was none".
params:
  - name: kind
    type: choice
    label: {ru: О чём, kk: Не туралы, en: About}
    choices:
      - {value: Uprising, label: {ru: восстания, kk: көтерілістер, en: risings}}
      - {value: Measure, label: {ru: меры, kk: шаралар, en: measures}}
      - {value: Person, label: {ru: люди, kk: адамдар, en: people}}
columns:
  - {name: entity, type: entity}
  - {name: lacks, type: words, of: lack, label: {ru: Чего нет, kk: Не жоқ, en: What is missing}}
  - {name: number, type: count, label: {ru: Сведений всего, kk: Барлық мәлімет, en: Claims in all}}
example: {}
expect:
  at_least: 100
  contains:
    - {entity_id: "uprisings_372:u018", lacks: place}
    - {entity_id: "uprisings_372:p008", lacks: birth}
--- */
CALL () {
  MATCH (entity:Uprising)
  WHERE entity.scope <> 'aggregate'
  RETURN entity, coalesce(entity.start_earliest, entity.start_latest, entity.dates_earliest, entity.dates_latest) IS NULL
           AS no_date, false AS no_birth,
         NOT EXISTS { MATCH (entity)-[:TOOK_PLACE_IN]->(:Place) } AS no_place
  UNION ALL
  MATCH (entity:Measure)
  RETURN entity, coalesce(entity.carried_out_earliest, entity.carried_out_latest, entity.decided_earliest, entity.decided_latest) IS NULL
           AS no_date, false AS no_birth,
         entity.place IS NULL AND NOT EXISTS { MATCH (entity)-[:TOOK_PLACE_IN]->(:Place) } AS no_place
  UNION ALL
  MATCH (entity:Person)
  WHERE entity.scope = 'in_scope'
  RETURN entity, false AS no_date, coalesce(entity.birth_earliest, entity.birth_latest) IS NULL AS no_birth, false AS no_place
}
WITH entity, [lack IN [CASE WHEN no_date THEN 'date' END, CASE WHEN no_birth THEN 'birth' END,
                       CASE WHEN no_place THEN 'place' END, CASE WHEN coalesce(entity.sources, 0) = 0 THEN 'source' END]
              WHERE lack IS NOT NULL] AS lacks
WHERE size(lacks) > 0 AND ($kind IS NULL OR labels(entity)[0] = $kind)
WITH entity, labels(entity)[0] AS kind, lacks
ORDER BY kind DESC, size(lacks) DESC, entity.label, entity.id
RETURN {id: entity.id, kind: kind, label: entity.label} AS entity, lacks, entity.claims AS number
