/* ---
id: families_hit_more_than_once
title:
  ru: По каким семьям ударили не один раз?
  kk: Қай отбасылар бірден көп рет соққы көрді?
  en: Which families were hit more than once?
help:
  ru: Родственники в пределах двух шагов, к которым применялись меры – арест, приговор, высылка, конфискация. Семья названа по тому из них, чьё обозначение стоит первым; она может пересекаться с другой. Бегство и освобождение ударом не считаются.
  kk: Екі қадам ішіндегі, шара қолданылған туыстар – тұтқындау, үкім, жер аудару, тәркілеу. Отбасы белгісі бірінші тұрған адам бойынша аталған; басқасымен қиылысуы мүмкін. Қашу мен босату соққы деп саналмайды.
  en: Kin within two steps against whom measures were taken – arrest, sentence, exile, confiscation. A family is called by the one of them whose id comes first, and may overlap with another. Flight and release are no blow.
params:
  - {name: number, type: integer, default: 2, least: 2, greatest: 50, label: {ru: Людей не менее, kk: Адам саны кемінде, en: People at least}}
columns:
  - {name: person, type: entity, label: {ru: Семья по имени, kk: Отбасы аты бойынша, en: Family of}}
  - {name: number, type: count}
  - {name: people, type: entities}
  - {name: measures, type: words, of: measure_kind}
  - {name: earliest, type: text}
  - {name: latest, type: text}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (person:Person)-[:SUBJECT_OF]->(hit:Measure)
WHERE NOT hit.measure_kind IN ['flight', 'release']
WITH DISTINCT person
CALL (person) {
  MATCH (person)-[:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF*1..2]-(kin:Person)
  WHERE kin.id <> person.id
  RETURN collect(DISTINCT kin) AS relatives
}
UNWIND relatives + [person] AS one
MATCH (one:Person)-[tie:SUBJECT_OF]->(measure:Measure)
WHERE NOT measure.measure_kind IN ['flight', 'release']
WITH person, one, tie, measure, coalesce(measure.carried_out_earliest, measure.decided_earliest) AS day
ORDER BY person.id, one.label, one.id, measure.id
WITH person, collect(DISTINCT {id: one.id, kind: 'Person', label: one.label}) AS people, collect(DISTINCT measure.measure_kind) AS measures,
     min(day) AS first, max(day) AS last, min(one.id) AS least, collect(tie.claims) AS claims
WHERE size(people) >= $number AND least = person.id
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, size(people) AS number, people, measures, toString(first) AS earliest, toString(last) AS latest,
       reduce(every = [], some IN claims | every + some) AS claims
ORDER BY number DESC, person.label, person.id
