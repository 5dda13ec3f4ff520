/* ---
id: everyone_from_aul
title:
  ru: Кто из аула с этим номером, в каком бы районе его ни называли?
  kk: Осы нөмірлі ауылдан кім бар, оны қай аудан деп атаса да?
  en: Who is from the aul of this number, whatever district it is said to be in?
help:
  ru: Номер ищется в названии места, с которым человека связывает источник, и в месте рождения и жительства, как они написаны. Районы, в которые аул входил в разное время, стоят рядом – один номер бывает у многих аулов, а один аул бывал в разных районах. Район сужает поиск.
  kk: Нөмір дереккөз адамды байланыстырған жердің атауынан және жазылған туған жері мен тұрғылықты жерінен ізделеді. Ауыл әр уақытта кірген аудандар қасында тұр – бір нөмір көп ауылда болады, ал бір ауыл әр ауданда болған. Аудан іздеуді тарылтады.
  en: The number is looked for in the name of a place to which a source ties the person, and in birthplace and residence as written. The districts to which the aul belonged at any time stand beside it – many auls have one number, and one aul was in several districts. A district narrows the search.
params:
  - {name: number, type: integer, required: true, least: 1, greatest: 200, label: {ru: Номер аула, kk: Ауыл нөмірі, en: Number of the aul}}
  - {name: place, type: place, label: {ru: Район или шире, kk: Аудан не одан кең, en: District or wider}}
columns:
  - {name: person, type: entity}
  - {name: way, type: word, of: way}
  - {name: written, type: text, label: {ru: Как в источнике, kk: Дереккөздегідей, en: As written}}
  - {name: place, type: entity}
  - {name: districts, type: entities, label: {ru: Входил в, kk: Құрамында болған, en: Belonged to}}
  - {name: uprisings, type: entities}
  - {name: claims, type: claims}
example: {number: 22}
expect:
  rows: 0
--- */
CALL () {
  MATCH (person:Person)-[tie:BORN_IN|LIVED_IN|DIED_IN]->(place:Place)
  WHERE place.place_kind IN ['aul', 'village_soviet', 'village'] OR place.place_kind IS NULL
  RETURN person, CASE type(tie) WHEN 'BORN_IN' THEN 'born' WHEN 'LIVED_IN' THEN 'lived' ELSE 'died' END AS way,
         place.label AS written, place, tie.claims AS claims
  UNION ALL
  MATCH (person:Person)
  WHERE person.birthplace IS NOT NULL
  RETURN person, 'born' AS way, person.birthplace AS written, null AS place, [] AS claims
  UNION ALL
  MATCH (person:Person)
  WHERE person.residence IS NOT NULL
  UNWIND person.residence AS residence
  RETURN person, 'lived' AS way, residence AS written, null AS place, [] AS claims
}
WITH person, way, written, place, claims, replace(replace(toLower(written), ' ', ''), '-', '') AS bare, toString($number) AS number
WHERE any(sign IN ['№' + number, 'аул' + number, 'ауыл' + number, 'аулn' + number, 'aul' + number, 'аула' + number]
          WHERE bare CONTAINS sign AND any(rest IN tail(split(bare, sign)) WHERE NOT substring(rest + '.', 0, 1) IN
                ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']))
   OR any(sign IN ['ауыл', 'аул', 'ншіауыл', 'ыншыауыл', 'інші'] WHERE bare STARTS WITH number + sign)
CALL (place) {
  MATCH (place)-[:WITHIN*1..3]->(wider:Place)
  WITH DISTINCT wider ORDER BY wider.id
  RETURN collect({id: wider.id, kind: 'Place', label: wider.label}) AS districts
}
CALL (person, way, place, written) {
  MATCH (person)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
  WHERE place IS NULL AND claim.past IS NULL
    AND (claim.birthplace = written OR claim.residence = written OR claim.value = written
         OR (claim.kind = 'entry' AND claim.text CONTAINS written))
  WITH claim ORDER BY claim.id
  RETURN collect(claim.id) AS saying
}
OPTIONAL MATCH (named:Place {id: $place})
WITH person, way, written, place, districts, claims + saying AS claims, named
WHERE $place IS NULL OR any(wider IN districts WHERE wider.id = $place)
   OR (place IS NULL AND any(word IN [name IN [named.name_ru, named.name_kk, named.name_en] WHERE name IS NOT NULL | toLower(split(name, ' ')[0])]
                                WHERE toLower(written) CONTAINS CASE WHEN size(word) > 5 THEN substring(word, 0, size(word) - 2) ELSE word END))
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, way, written, CASE WHEN place IS NULL THEN null ELSE {id: place.id, kind: 'Place', label: place.label} END AS place, districts, uprisings, claims
ORDER BY person.label, person.id, way, written
