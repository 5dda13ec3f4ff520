/* ---
id: participation_network
title:
  ru: Как выглядит сеть людей и восстаний?
  kk: Адамдар мен көтерілістер желісі қандай?
  en: What does the network of people and risings look like?
help:
  ru: Все связи людей с восстаниями и эпизодами для рисунка или выгрузки в Gephi. Люди встречаются в событиях, поэтому рёбер между людьми здесь нет.
  kk: Сурет салуға не Gephi-ге шығаруға арналған адамдардың көтерілістермен және эпизодтармен барлық байланыстары. Адамдар оқиғаларда кездеседі, сондықтан мұнда адамдар арасында қыр жоқ.
  en: All ties of people to risings and episodes, for a picture or for Gephi. People meet in events, so there are no edges between people here.
params:
  - {name: first_year, type: year}
  - {name: last_year, type: year}
  - name: side
    type: choice
    choices:
      - {value: insurgent, label: {ru: повстанцы, kk: көтерілісшілер, en: insurgents}}
      - {value: soviet, label: {ru: советская сторона, kk: кеңес жағы, en: Soviet side}}
  - {name: with_accused, type: boolean, default: true}
  - {name: with_umbrellas, type: boolean, default: false}
columns:
  - {name: person, type: entity}
  - {name: event, type: entity}
  - {name: tie, type: word, of: tie}
  - {name: roles, type: words, of: role}
  - {name: side, type: word, of: side}
  - {name: certainty, type: word, of: certainty}
  - {name: earliest, type: count}
  - {name: latest, type: count}
  - {name: claims, type: claims}
view: {network: {from: person, to: event, tie: roles}}
example: {}
expect:
  rows: 107
  contains:
    - {person_id: "uprisings_372:p008", event_id: "uprisings_372:u003", side: insurgent}
--- */
MATCH (person:Person)-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
WHERE (type(part) = 'TOOK_PART_IN' OR $with_accused) AND ($side IS NULL OR part.side = $side)
  AND (coalesce(event.connects, true) OR $with_umbrellas)
  AND ($first_year IS NULL OR part.latest >= $first_year * 10000)
  AND ($last_year IS NULL OR part.earliest <= $last_year * 10000 + 9999)
RETURN {id: person.id, kind: 'Person', label: person.label} AS person,
       {id: event.id, kind: labels(event)[0], label: event.label} AS event, type(part) AS tie,
       coalesce(part.roles, []) AS roles, part.side AS side, part.certainty AS certainty, part.earliest AS earliest,
       part.latest AS latest, part.claims AS claims
ORDER BY event.label, event.id, person.label, person.id, tie
