/* ---
id: released_and_arrested_again
title:
  ru: Кого освободили и арестовали снова?
  kk: Кімді босатып, қайта тұтқындады?
  en: Who was released and arrested again?
help:
  ru: Люди с двумя арестами, из которых второй точно позже первого, и освобождение между ними, если оно засвидетельствовано. Пустое освобождение значит «не в базе», а не «не освобождали».
  kk: Екі рет тұтқындалған, екіншісі анық кейін болған адамдар және арадағы босату, егер куәландырылса. Бос орын «базада жоқ» дегенді білдіреді, «босатылмаған» дегенді емес.
  en: People with two arrests of which the second is surely later, and the release between them where it is evidenced. An empty release means "not in the base", not "was not released".
params:
  - {name: evidenced, type: boolean, default: false, label: {ru: Только где освобождение засвидетельствовано, kk: Тек босатылғаны куәландырылғандар, en: Only where the release is evidenced}}
columns:
  - {name: person, type: entity}
  - {name: first_arrest, type: text, label: {ru: Первый арест, kk: Бірінші тұтқындау, en: First arrest}}
  - {name: release, type: text, label: {ru: Освобождён, kk: Босатылды, en: Released}}
  - {name: second_arrest, type: text, label: {ru: Новый арест, kk: Қайта тұтқындау, en: Arrested again}}
  - {name: body, type: text}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (person:Person)-[again:SUBJECT_OF]->(second:Measure {measure_kind: 'arrest'})
MATCH (person)-[once:SUBJECT_OF]->(first:Measure {measure_kind: 'arrest'})
WITH person, once, first, again, second, coalesce(first.carried_out_latest, first.decided_latest) AS begun,
     coalesce(second.carried_out_earliest, second.decided_earliest) AS resumed
WHERE first.id <> second.id AND begun < resumed
WITH person, once, first, again, second, begun, resumed ORDER BY begun DESC, first.id
WITH person, again, second, resumed, head(collect(once)) AS once, head(collect(first)) AS first
OPTIONAL MATCH (person)-[freed:SUBJECT_OF]->(release:Measure {measure_kind: 'release'})
WHERE coalesce(release.carried_out_latest, release.decided_latest, 99999999) >= coalesce(first.carried_out_earliest, first.decided_earliest, 0)
  AND coalesce(release.carried_out_earliest, release.decided_earliest, 0) <= coalesce(second.carried_out_latest, second.decided_latest, 99999999)
WITH person, once, first, again, second, resumed, freed, release ORDER BY release.id
WITH person, once, first, again, second, resumed, head(collect(freed)) AS freed, head(collect(release)) AS release
WHERE release IS NOT NULL OR NOT $evidenced
WITH person, first, second, release, resumed, once.claims + again.claims + coalesce(freed.claims, []) AS claims
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, coalesce(first.carried_out_text, first.decided_text, first.carried_out, first.decided) AS first_arrest,
       coalesce(release.carried_out_text, release.decided_text, release.carried_out, release.decided) AS release,
       coalesce(second.carried_out_text, second.decided_text, second.carried_out, second.decided) AS second_arrest,
       second.body AS body, uprisings, sources, claims
ORDER BY person.label, person.id, resumed, second.id
