/* ---
id: sex_and_age
title:
  ru: Сколько лет было участникам и кто из них женщины?
  kk: Қатысушылар неше жаста еді және қайсысы әйел?
  en: How old were the participants, and who of them were women?
help:
  ru: Возраст в день начала восстания считается от даты рождения и даёт наименьшее и наибольшее число лет. Пол – только по слову источника, никогда по имени. Люди, о которых не известно ни то, ни другое, остаются в таблице, чтобы было видно, скольких мы не знаем.
  kk: Көтеріліс басталған күнгі жас туған күнінен есептеледі және ең аз бен ең көп жасты береді. Жынысы – тек дереккөз сөзімен, атына қарап емес. Екеуі де белгісіз адамдар кестеде қалады, қаншасын білмейтініміз көрінсін деп.
  en: Age on the first day of the rising is reckoned from the date of birth and gives a least and a greatest number of years. Sex is by the word of a source only, never by the name. People of whom neither is known stay in the table, so that one sees how many we do not know.
params:
  - {name: uprising, type: uprising}
  - name: side
    type: choice
    choices:
      - {value: insurgent, label: {ru: повстанцы, kk: көтерілісшілер, en: insurgents}}
      - {value: soviet, label: {ru: советская сторона, kk: кеңес жағы, en: Soviet side}}
      - {value: civilian, label: {ru: мирные жители, kk: бейбіт тұрғындар, en: civilians}}
  - {name: only_known, type: boolean, default: false, label: {ru: Только с известным полом или возрастом, kk: Тек жынысы не жасы белгілілер, en: Only where sex or age is known}}
columns:
  - {name: person, type: entity}
  - {name: sex, type: word, of: sex, label: {ru: Пол, kk: Жынысы, en: Sex}}
  - {name: birth, type: date, label: {ru: Рождение, kk: Туған күні, en: Birth}}
  - {name: uprising, type: entity}
  - {name: least, type: count, label: {ru: Лет не менее, kk: Жасы кемінде, en: Years at least}}
  - {name: greatest, type: count, label: {ru: Лет не более, kk: Жасы көп дегенде, en: Years at most}}
  - {name: roles, type: words, of: role}
  - {name: claims, type: claims}
view: {range: {label: person, least: least, greatest: greatest}}
example: {only_known: true}
expect:
  rows: 1
  contains:
    - {person_id: "uprisings_372:p014", least: "24", greatest: "25"}
--- */
MATCH (person:Person)-[part:TOOK_PART_IN]->(event:Uprising|Episode)
WHERE ($side IS NULL OR part.side = $side) AND coalesce(event.scope, 'episode') IN ['rising', 'episode']
  AND ($uprising IS NULL OR EXISTS { MATCH (event)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising })
WITH person, part, event, coalesce(event.start_earliest, event.date_earliest, event.dates_earliest) AS first,
     coalesce(event.start_latest, event.date_latest, event.dates_latest) AS last
WHERE NOT $only_known OR person.sex IS NOT NULL OR (person.birth_earliest IS NOT NULL AND first IS NOT NULL)
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, person.sex AS sex, person.birth AS birth,
       {id: event.id, kind: labels(event)[0], label: event.label} AS uprising,
       first / 10000 - person.birth_latest / 10000 - CASE WHEN first % 10000 < person.birth_latest % 10000 THEN 1 ELSE 0 END AS least,
       last / 10000 - person.birth_earliest / 10000 - CASE WHEN last % 10000 < person.birth_earliest % 10000 THEN 1 ELSE 0 END AS greatest,
       coalesce(part.roles, []) AS roles, part.claims AS claims
ORDER BY event.label, event.id, person.label, person.id
