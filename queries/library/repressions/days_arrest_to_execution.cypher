/* ---
id: days_arrest_to_execution
title:
  ru: Сколько дней прошло от ареста до решения и до исполнения?
  kk: Тұтқындаудан шешімге және орындалуға дейін неше күн өтті?
  en: How many days passed from arrest to decision and to execution?
help:
  ru: Последний арест до решения, решение и исполнение, и сколько между ними дней – наименьшее и наибольшее число, потому что дата бывает известна только до месяца или года. Пустое число значит, что одной из дат нет в базе.
  kk: Шешімге дейінгі соңғы тұтқындау, шешім және орындалуы, арасындағы күн саны – ең азы мен ең көбі, өйткені күн кейде тек айына не жылына дейін белгілі. Бос орын – күндердің бірі базада жоқ.
  en: The last arrest before the decision, the decision and the execution, and how many days lie between – a least and a greatest number, since a date may be known to the month or year only. An empty number means that one of the dates is not in the base.
params:
  - {name: uprising, type: uprising}
  - {name: executed, type: boolean, default: false, label: {ru: Только с датой исполнения, kk: Тек орындалған күні барлар, en: Only with a date of execution}}
columns:
  - {name: person, type: entity}
  - {name: arrested, type: text, label: {ru: Арестован, kk: Тұтқындалды, en: Arrested}}
  - {name: decided, type: text}
  - {name: carried_out, type: text}
  - {name: to_decision_least, type: number, label: {ru: "Дней до решения, не менее", kk: "Шешімге дейін күн, кемінде", en: "Days to decision, at least"}}
  - {name: to_decision_greatest, type: number, label: {ru: не более, kk: көп дегенде, en: at most}}
  - {name: to_execution_least, type: number, label: {ru: "Дней до исполнения, не менее", kk: "Орындалуға дейін күн, кемінде", en: "Days to execution, at least"}}
  - {name: to_execution_greatest, type: number, label: {ru: не более, kk: көп дегенде, en: at most}}
  - {name: body, type: text}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (person:Person)-[decision:SUBJECT_OF]->(passed:Measure)
WHERE passed.measure_kind IN ['sentence', 'imprisonment', 'exile', 'execution'] AND passed.decided_earliest IS NOT NULL
  AND ($uprising IS NULL OR EXISTS {
    MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising
  })
OPTIONAL MATCH (person)-[seizure:SUBJECT_OF]->(arrest:Measure {measure_kind: 'arrest'})
WHERE coalesce(arrest.carried_out_earliest, arrest.decided_earliest) <= coalesce(passed.decided_latest, passed.decided_earliest)
WITH person, decision, passed, seizure, arrest
ORDER BY coalesce(arrest.carried_out_earliest, arrest.decided_earliest) DESC, arrest.id
WITH person, decision, passed, head(collect(seizure)) AS seizure, head(collect(arrest)) AS arrest
OPTIONAL MATCH (person)-[carrying:SUBJECT_OF]->(shot:Measure {measure_kind: 'execution'})
WHERE shot.carried_out_latest >= passed.decided_earliest
WITH person, decision, passed, seizure, arrest, carrying, shot ORDER BY shot.id
WITH person, decision, passed, seizure, arrest, head(collect(carrying)) AS carrying, head(collect(shot)) AS shot
WITH person, passed, arrest, shot, coalesce(seizure.claims, []) + decision.claims + coalesce(carrying.claims, []) AS claims,
     coalesce(shot.carried_out_text, shot.carried_out, passed.carried_out_text, passed.carried_out) AS carried_out,
     [coalesce(arrest.carried_out_earliest, arrest.decided_earliest), coalesce(arrest.carried_out_latest, arrest.decided_latest),
      passed.decided_earliest, passed.decided_latest,
      coalesce(shot.carried_out_earliest, passed.carried_out_earliest), coalesce(shot.carried_out_latest, passed.carried_out_latest)] AS bounds
WHERE NOT $executed OR bounds[4] IS NOT NULL
CALL (bounds) {
  UNWIND bounds AS known
  WITH coalesce(known, 10101) AS day
  WITH day % 100 AS day, (day / 100) % 100 AS month, day / 10000 AS year
  WITH day, month + 12 * ((14 - month) / 12) - 3 AS month, year + 4800 - (14 - month) / 12 AS year
  RETURN collect(day + (153 * month + 2) / 5 + 365 * year + year / 4 - year / 100 + year / 400) AS days
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, coalesce(arrest.carried_out_text, arrest.decided_text, arrest.carried_out, arrest.decided) AS arrested,
       coalesce(passed.decided_text, passed.decided) AS decided, carried_out,
       CASE WHEN bounds[1] IS NULL THEN null WHEN days[2] < days[1] THEN 0 ELSE days[2] - days[1] END AS to_decision_least,
       CASE WHEN bounds[0] IS NULL OR bounds[3] IS NULL THEN null ELSE days[3] - days[0] END AS to_decision_greatest,
       CASE WHEN bounds[4] IS NULL OR bounds[3] IS NULL THEN null WHEN days[4] < days[3] THEN 0 ELSE days[4] - days[3] END AS to_execution_least,
       CASE WHEN bounds[5] IS NULL THEN null ELSE days[5] - days[2] END AS to_execution_greatest,
       passed.body AS body, sources, claims
ORDER BY person.label, person.id, bounds[2], passed.id
