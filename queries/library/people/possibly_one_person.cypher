/* ---
id: possibly_one_person
title:
  ru: Кто, возможно, назван дважды?
  kk: Кім екі рет аталған болуы мүмкін?
  en: Who may be named twice?
help:
  ru: Пары записей, о которых решение «не уверены» ещё стоит, и разные лица с одинаково написанным именем, чьи даты рождения не исключают друг друга. Это вопрос к человеку, не ответ – ничего не сливается само. Похожие, но не одинаковые написания сравнивает kb match.
  kk: «Белгісіз» деген шешім әлі тұрған жазба жұптары және аты бірдей жазылған, туған күндері бірін-бірі жоққа шығармайтын әртүрлі тұлғалар. Бұл – адамға сұрақ, жауап емес – ештеңе өздігінен біріктірілмейді. Ұқсас, бірақ бірдей емес жазуды kb match салыстырады.
  en: Pairs of records of which the judgement "unsure" stands, and different persons whose name is written alike and whose dates of birth do not exclude each other. This is a question to a person, no answer – nothing merges by itself. Spellings that are similar and not equal are compared by kb match.
params:
  - {name: other_list, type: boolean, default: true, label: {ru: Только из разных наборов, kk: Тек әртүрлі жинақтардан, en: Only of different datasets}}
columns:
  - {name: one, type: entity, label: {ru: Одна запись, kk: Бір жазба, en: One}}
  - {name: other, type: entity, label: {ru: Другая запись, kk: Екінші жазба, en: The other}}
  - {name: reason, type: word, of: sameness, label: {ru: Почему, kk: Неге, en: Why}}
  - {name: written, type: text, label: {ru: Как в источнике или в решении, kk: Дереккөздегі не шешімдегі сөз, en: As the source or the judgement says}}
  - {name: birth_of_one, type: date, label: {ru: Рождение первого, kk: Біріншісінің туған күні, en: Birth of the one}}
  - {name: birth_of_other, type: date, label: {ru: Рождение второго, kk: Екіншісінің туған күні, en: Birth of the other}}
  - {name: shared, type: entities, label: {ru: Общие восстания, kk: Ортақ көтерілістер, en: Shared risings}}
example: {}
expect:
  rows: 0
--- */
MATCH (base:Base {id: 'base'})
CALL (base) {
  MATCH (judgement:Judgement)
  WHERE judgement.verdict = 'different' AND NOT EXISTS { MATCH (later:Judgement) WHERE later.replaces = judgement.id }
  MATCH (:Record {id: judgement.a})-[:IS]->(one:Person)
  MATCH (:Record {id: judgement.b})-[:IS]->(other:Person)
  RETURN collect([one.id, other.id]) AS apart
}
CALL (base) {
  MATCH (judgement:Judgement)
  WHERE judgement.verdict = 'unsure' AND NOT EXISTS { MATCH (later:Judgement) WHERE later.replaces = judgement.id }
  MATCH (:Record {id: judgement.a})-[:IS]->(one:Person)
  MATCH (:Record {id: judgement.b})-[:IS]->(other:Person)
  WHERE one.id <> other.id
  RETURN one, other, 'unsure' AS reason, judgement.why AS written
  UNION ALL
  MATCH (person:Person)
  UNWIND [name IN [person.name_ru, person.name_kk, person.name_latin] WHERE name IS NOT NULL AND name CONTAINS ' '] AS name
  WITH DISTINCT person, toLower(name) AS name, name AS written
  WITH name, min(written) AS written, collect(DISTINCT person) AS people
  WHERE size(people) > 1
  UNWIND people AS one
  UNWIND people AS other
  WITH one, other, written
  WHERE one.id < other.id
    AND NOT coalesce(one.birth_latest < other.birth_earliest, false)
    AND NOT coalesce(other.birth_latest < one.birth_earliest, false)
    AND (NOT $other_list OR split(one.id, ':')[0] <> split(other.id, ':')[0])
  RETURN one, other, 'name' AS reason, written
}
CALL (one, other) {
  MATCH (one)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)<-[:TOOK_PART_IN|ACCUSED_OVER]-(other)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS shared
}
WITH one, other, reason, written, shared, apart
WHERE none(pair IN apart WHERE one.id IN pair AND other.id IN pair)
RETURN {id: one.id, kind: 'Person', label: one.label} AS one, {id: other.id, kind: 'Person', label: other.label} AS other, reason, written,
       one.birth AS birth_of_one, other.birth AS birth_of_other, shared
ORDER BY CASE reason WHEN 'unsure' THEN 1 ELSE 2 END, one.label, one.id, other.id
