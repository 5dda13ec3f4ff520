/* ---
id: lag_to_sentence_and_review
title:
  ru: Сколько времени прошло от восстания до приговора и от приговора до реабилитации?
  kk: Көтерілістен үкімге, үкімнен ақталуға дейін қанша уақыт өтті?
  en: How long from rising to sentence, and from sentence to rehabilitation?
help:
  ru: Дни от начала восстания до решения – наименьшее и наибольшее число, годы от решения до реабилитации. Пустое число значит, что одной из дат нет в базе. Число дней меньше нуля значит, что решение могло быть и раньше восстания.
  kk: Көтеріліс басталғаннан шешімге дейінгі күн – ең азы мен ең көбі, шешімнен ақталуға дейінгі жыл. Бос орын – күндердің бірі базада жоқ. Нөлден кіші сан – шешім көтерілістен бұрын болуы да мүмкін.
  en: Days from the first day of the rising to the decision, at least and at most, and years from the decision to rehabilitation. An empty number means that one of the dates is not in the base. A number of days below zero means that the decision may be earlier than the rising.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: person, type: entity}
  - {name: uprising, type: entity}
  - {name: began, type: text, label: {ru: Восстание началось, kk: Көтеріліс басталды, en: Rising began}}
  - {name: decided, type: text}
  - {name: granted, type: text, label: {ru: Реабилитирован, kk: Ақталды, en: Rehabilitated}}
  - {name: days_least, type: number}
  - {name: days_greatest, type: number}
  - {name: years, type: number, label: {ru: "Лет до реабилитации, не менее", kk: "Ақталуға дейін жыл, кемінде", en: "Years to rehabilitation, at least"}}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 4
  contains:
    - {person_id: "uprisings_372:p027", days_least: "-365", days_greatest: "1826"}
--- */
MATCH (person:Person)-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
MATCH (person)-[decision:SUBJECT_OF]->(measure:Measure)
WHERE measure.measure_kind IN ['sentence', 'imprisonment', 'exile', 'execution', 'indictment'] AND measure.decided_earliest IS NOT NULL
  AND coalesce(event.scope, 'episode') IN ['rising', 'episode']
  AND ($uprising IS NULL OR EXISTS { MATCH (event)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising })
OPTIONAL MATCH (person)-[:SUBJECT_OF]->(review:Review {step: 'granted'})
WITH person, part, event, decision, measure, review ORDER BY review.date_earliest, review.id
WITH person, part, event, decision, measure, head(collect(review)) AS review
WITH person, event, measure, review, part.claims + decision.claims AS claims,
     [coalesce(event.start_earliest, event.date_earliest, event.dates_earliest), coalesce(event.start_latest, event.date_latest, event.dates_latest),
      measure.decided_earliest, measure.decided_latest] AS bounds
CALL (bounds) {
  UNWIND bounds AS known
  WITH coalesce(known, 10101) AS day
  WITH day % 100 AS day, (day / 100) % 100 AS month, day / 10000 AS year
  WITH day, month + 12 * ((14 - month) / 12) - 3 AS month, year + 4800 - (14 - month) / 12 AS year
  RETURN collect(day + (153 * month + 2) / 5 + 365 * year + year / 4 - year / 100 + year / 400) AS days
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, {id: event.id, kind: labels(event)[0], label: event.label} AS uprising,
       coalesce(event.start_text, event.start, event.date_text, event.dates_text) AS began,
       coalesce(measure.decided_text, measure.decided) AS decided, coalesce(review.date_text, review.date) AS granted,
       CASE WHEN bounds[1] IS NULL THEN null ELSE days[2] - days[1] END AS days_least,
       CASE WHEN bounds[0] IS NULL OR bounds[3] IS NULL THEN null ELSE days[3] - days[0] END AS days_greatest,
       review.date_earliest / 10000 - measure.decided_latest / 10000
         - CASE WHEN review.date_earliest % 10000 < measure.decided_latest % 10000 THEN 1 ELSE 0 END AS years, claims
ORDER BY person.label, person.id, event.id, bounds[2], measure.id
