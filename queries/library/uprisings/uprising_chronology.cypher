/* ---
id: uprising_chronology
title:
  ru: Что и когда происходило в восстании?
  kk: Көтерілісте не және қашан болды?
  en: What happened in a rising, and when?
help:
  ru: Начало, конец и срок по каждому источнику, эпизоды, датированные поступки людей и репрессии к участникам. Показания, которые расходятся, стоят рядом.
  kk: Әр дереккөз бойынша басталуы, аяқталуы мен мерзімі, эпизодтар, адамдардың күні белгілі әрекеттері мен қатысушыларға қолданылған шаралар. Келіспейтін көрсеткіштер қатар тұрады.
  en: Beginning, end and span by each source, episodes, dated deeds of people, and measures against participants. Readings that differ stand side by side.
params:
  - {name: uprising, type: uprising, required: true}
columns:
  - {name: earliest, type: count}
  - {name: latest, type: count}
  - {name: date, type: text}
  - {name: what, type: word, of: chronicle}
  - {name: who, type: entity, label: {ru: Кто или что, kk: Кім не не, en: Who or what}}
  - {name: roles, type: words, of: role}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
view: {timeline: {label: what, earliest: earliest, latest: latest, text: date}}
example: {uprising: "uprisings_372:u003"}
expect:
  rows: 25
  contains:
    - {what: start, earliest: 19300207, latest: 19300207}
    - {what: dates, date: 1928/1930, earliest: 19280101, latest: 19301231}
    - {what: measure_carried_out, who_id: "uprisings_372:p009"}
--- */
MATCH (uprising:Uprising {id: $uprising})
CALL (uprising) {
  MATCH (uprising)<-[reading:READ_AS]-(claim:Claim)
  WHERE reading.property IN ['start', 'end', 'dates']
  RETURN reading.earliest AS earliest, reading.latest AS latest, reading.text AS date, reading.property AS what,
         null AS who, [] AS roles, [claim.id] AS claims
  UNION ALL
  MATCH (uprising)<-[part:PART_OF]-(episode:Uprising|Episode)
  RETURN coalesce(episode.start_earliest, episode.date_earliest, episode.dates_earliest) AS earliest,
         coalesce(episode.end_latest, episode.date_latest, episode.dates_latest, episode.start_latest) AS latest,
         coalesce(episode.start_text, episode.date_text, episode.dates_text) AS date, 'episode' AS what,
         {id: episode.id, kind: labels(episode)[0], label: episode.label} AS who, [] AS roles, part.claims AS claims
  UNION ALL
  MATCH (uprising)<-[:PART_OF*0..2]-(:Uprising|Episode)<-[part:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)
  WHERE part.earliest IS NOT NULL OR part.latest IS NOT NULL
  RETURN part.earliest AS earliest, part.latest AS latest,
         reduce(every = '', date IN coalesce(part.dates, []) |
           CASE WHEN every = '' THEN date ELSE every + '; ' + date END) AS date,
         type(part) AS what, {id: person.id, kind: 'Person', label: person.label} AS who, coalesce(part.roles, []) AS roles,
         part.claims AS claims
  UNION ALL
  MATCH (uprising)<-[:PART_OF*0..2]-(:Uprising|Episode)<-[:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)-[subject:SUBJECT_OF]->(measure:Measure)
  RETURN coalesce(measure.carried_out_earliest, measure.decided_earliest) AS earliest,
         coalesce(measure.carried_out_latest, measure.decided_latest) AS latest,
         coalesce(measure.carried_out_text, measure.decided_text) AS date,
         CASE WHEN measure.carried_out IS NULL THEN 'measure_decided' ELSE 'measure_carried_out' END AS what,
         {id: person.id, kind: 'Person', label: person.label} AS who, [] AS roles, subject.claims AS claims
}
WITH DISTINCT earliest, latest, date, what, who, roles, claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN earliest, latest, date, what, who, roles, sources, claims
ORDER BY coalesce(earliest, latest, 99999999), latest, what, who.id, claims
