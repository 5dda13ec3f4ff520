/* ---
id: said_of_person
title:
  ru: Что говорит о человеке каждый источник?
  kk: Адам туралы әр дереккөз не дейді?
  en: What does each source say of a person?
help:
  ru: Свойство за свойством, источник за источником, словами источников; связи – со второй стороной. Ничего не сведено и не выбрано.
  kk: Қасиет сайын, дереккөз сайын, дереккөз сөзімен; байланыстар – екінші жағымен. Ештеңе біріктірілмеген, таңдалмаған.
  en: Property by property, source by source, in the words of the sources; ties with their other end. Nothing is merged or chosen.
params:
  - {name: person, type: person, required: true}
columns:
  - {name: property, type: word, of: property}
  - {name: text, type: text}
  - {name: other, type: entity, label: {ru: С кем или чем, kk: Кіммен не немен, en: With whom or what}}
  - {name: source, type: entity}
  - {name: locator, type: text, label: {ru: Место в источнике, kk: Дереккөздегі орны, en: Place in the source}}
  - {name: voice, type: word, of: voice}
  - {name: stance, type: word, of: stance}
  - {name: certainty, type: word, of: certainty}
  - {name: claim, type: text}
example: {person: "uprisings_372:p009"}
expect:
  rows: 17
  contains:
    - {property: birthplace, text: "Badakhshan, Afghanistan", source_id: "uprisings_372:s109", voice: memoirist}
--- */
MATCH (person:Person {id: $person})<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
WHERE claim.past IS NULL
OPTIONAL MATCH (claim)-[:TO]->(:Record)-[:IS]->(other:Person|Uprising|Episode|Case|Measure|Review|Place|Organisation|Lineage)
UNWIND keys(claim) AS key
WITH claim, other, key
WHERE NOT key IN ['id', 'kind', 'about', 'about_kind', 'to', 'to_kind', 'cites', 'locator', 'quote', 'access', 'voice',
                  'stance', 'certainty', 'level', 'why', 'past', 'value', 'withdraws']
WITH claim, other, CASE WHEN key = 'property' THEN claim.property ELSE key END AS property,
     CASE WHEN key = 'property' THEN claim.value ELSE claim[key] END AS text
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
RETURN property, text,
       CASE WHEN other IS NULL THEN null ELSE {id: other.id, kind: labels(other)[0], label: other.label} END AS other,
       CASE WHEN source IS NULL THEN null ELSE {id: source.id, kind: 'Source', label: source.label} END AS source,
       claim.locator AS locator, claim.voice AS voice, claim.stance AS stance, claim.certainty AS certainty,
       claim.id AS claim
ORDER BY property, text, claim, source.id
