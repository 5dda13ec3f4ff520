/* ---
id: shared_origin
title:
  ru: Кто одного происхождения – из одного места или рода?
  kk: Кім тегі бір – бір жерден не бір рудан?
  en: Who is of the same origin – one place or one lineage?
help:
  ru: Места рождения и жительства и роды, которые источники называют не менее чем у двух человек. Происхождение сближает, но не доказывает знакомства; широкие места показываются, только если их включить.
  kk: Дереккөздер кемінде екі адамда атаған туған, тұрған жерлер мен рулар. Тегі жақындатады, бірақ таныстықты дәлелдемейді; кең жерлер қосылса ғана көрсетіледі.
  en: Places of birth and residence and lineages that sources name for at least two people. Origin brings near but proves no acquaintance; wide places are shown only when switched on.
params:
  - {name: person, type: person}
  - {name: with_wide, type: boolean, default: false}
columns:
  - {name: via, type: entity, label: {ru: Откуда, kk: Қайдан, en: Origin}}
  - {name: way, type: word, of: way}
  - {name: number, type: count, label: {ru: Человек, kk: Адам саны, en: People}}
  - {name: people, type: entities}
  - {name: uprisings, type: entities}
  - {name: claims, type: claims}
view: {bars: {label: via, value: number}}
example: {with_wide: true}
expect:
  rows: 2
  contains:
    - {via: Адай, way: lineage, number: 3, people_id: "uprisings_372:p023; uprisings_372:p024; uprisings_372:p022"}
--- */
MATCH (person:Person)-[tie:BORN_IN|LIVED_IN|MEMBER_OF]->(origin:Place|Lineage)
WHERE labels(origin)[0] = 'Lineage' OR origin.connects = true OR $with_wide
WITH origin, CASE type(tie) WHEN 'BORN_IN' THEN 'born' WHEN 'LIVED_IN' THEN 'lived' ELSE 'lineage' END AS way, person, tie
ORDER BY person.label, person.id
WITH origin, way, collect(DISTINCT {id: person.id, kind: 'Person', label: person.label}) AS people,
     collect(tie.claims) AS claims
WHERE size(people) > 1 AND ($person IS NULL OR any(one IN people WHERE one.id = $person))
CALL (people) {
  UNWIND people AS one
  MATCH (person:Person {id: one.id})-[:TOOK_PART_IN]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
RETURN {id: origin.id, kind: labels(origin)[0], label: origin.label} AS via, way, size(people) AS number, people,
       uprisings, reduce(every = [], some IN claims | every + some) AS claims
ORDER BY number DESC, origin.label, origin.id, way
