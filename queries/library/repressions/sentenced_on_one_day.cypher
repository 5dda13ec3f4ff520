/* ---
id: sentenced_on_one_day
title:
  ru: Кого приговорили в один день одним решением?
  kk: Бір күнде бір шешіммен кімдер үкімге кесілді?
  en: Who was sentenced on one day by one body?
help:
  ru: Люди, чьи приговоры вынесены одним органом – тройкой, коллегией, судом – в один и тот же день; день должен быть известен точно. Орган назван так, как его пишет источник, и, если известен, как организация. Один день и один орган ещё не знакомство.
  kk: Үкімін бір орган – үштік, алқа, сот – бір күнде шығарған адамдар; күн дәл белгілі болуы керек. Орган дереккөз жазғандай, белгілі болса ұйым ретінде аталған. Бір күн мен бір орган – таныстық емес.
  en: People whose sentences were passed by one body – a troika, a board, a court – on the same day, which must be known exactly. The body is named as the source writes it and, where known, as an organisation. One day and one body are no acquaintance.
params:
  - {name: number, type: integer, default: 2, least: 2, greatest: 1000, label: {ru: Людей не менее, kk: Адам саны кемінде, en: People at least}}
  - {name: body, type: organisation, label: {ru: Орган, kk: Орган, en: Body}}
  - {name: first_year, type: year}
  - {name: last_year, type: year}
columns:
  - {name: decided, type: date}
  - {name: body, type: text}
  - {name: organisation, type: entity}
  - {name: number, type: count}
  - {name: people, type: entities}
  - {name: sentences, type: texts}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (person:Person)-[subject:SUBJECT_OF]->(measure:Measure)
WHERE measure.measure_kind IN ['sentence', 'execution', 'imprisonment', 'exile', 'repressed']
  AND measure.decided_earliest = measure.decided_latest
  AND ($first_year IS NULL OR measure.decided_earliest >= $first_year * 10000)
  AND ($last_year IS NULL OR measure.decided_latest < ($last_year + 1) * 10000)
OPTIONAL MATCH (measure)-[:DECIDED_BY]->(organisation:Organisation)
WITH person, subject, measure, organisation, coalesce(organisation.id, measure.body) AS who
WHERE who IS NOT NULL AND ($body IS NULL OR organisation.id = $body)
WITH person, subject, measure, organisation, who ORDER BY person.label, person.id, measure.id
WITH measure.decided_earliest AS day, who, head(collect(measure.decided)) AS decided, head(collect(measure.body)) AS body,
     head(collect(organisation)) AS organisation, collect(DISTINCT {id: person.id, kind: 'Person', label: person.label}) AS people,
     collect(DISTINCT measure.sentence) AS sentences, collect(subject.claims) AS claims
WHERE size(people) >= $number
WITH day, who, decided, body, organisation, people, sentences, reduce(every = [], some IN claims | every + some) AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN decided, body, CASE WHEN organisation IS NULL THEN null ELSE {id: organisation.id, kind: 'Organisation', label: organisation.label} END AS organisation, size(people) AS number, people, sentences, sources, claims
ORDER BY number DESC, day, who
