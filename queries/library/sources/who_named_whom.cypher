/* ---
id: who_named_whom
title:
  ru: Кто кого назвал на допросе, на каком листе, и отказался ли?
  kk: Тергеуде кім кімді атады, қай парақта, және сөзінен қайтты ма?
  en: Who named whom under questioning, on which leaf, and did he retract it?
help:
  ru: Каждое показание – кто назвал, кого, в каком документе и на каком листе – и, если есть, где он от него отказался или это отрицал. Назвать на допросе не значит быть знакомым; запись вёл следователь.
  kk: Әр жауап – кім, кімді, қай құжатта, қай парақта атады – және бар болса, одан қай жерде бас тартқаны не теріске шығарғаны. Тергеуде атау таныстық емес; жазбаны тергеуші жүргізген.
  en: Each testimony – who named whom, in which document, on which leaf – and, where there is one, the place where he retracted or denied it. To be named under questioning is no acquaintance; the investigator kept the record.
params:
  - {name: person, type: person, label: {ru: Кто назвал или назван, kk: Атаған не аталған, en: Who named or is named}}
  - {name: case, type: case, label: {ru: Дело, kk: Іс, en: Case}}
  - {name: retracted, type: boolean, default: false, label: {ru: "Только те, от чего отказались", kk: Тек бас тартылғандары, en: Only what was retracted}}
columns:
  - {name: speaker, type: entity, label: {ru: Кто назвал, kk: Кім атады, en: Who named}}
  - {name: named_person, type: entity, label: {ru: Кого, kk: Кімді, en: Whom}}
  - {name: date, type: text}
  - {name: source, type: entity}
  - {name: locator, type: text, label: {ru: Лист, kk: Парақ, en: Leaf}}
  - {name: quote, type: text}
  - {name: stance, type: word, of: stance}
  - {name: retracted, type: boolean, label: {ru: Отказался, kk: Бас тартты, en: Retracted}}
  - {name: retracted_at, type: texts, label: {ru: Где отказался, kk: Қай жерде бас тартты, en: Where he retracted}}
  - {name: claims, type: claims}
network: {from: speaker, to: named_person}
example: {}
expect:
  rows: 0
--- */
MATCH (claim:Claim {kind: 'testimony'})
WHERE claim.past IS NULL AND NOT claim.stance IN ['denies', 'retracts']
MATCH (claim)-[:ABOUT]->(:Record)-[:IS]->(speaker:Person)
MATCH (claim)-[:TO]->(:Record)-[:IS]->(named:Person)
WHERE $person IS NULL OR speaker.id = $person OR named.id = $person
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
WITH claim, speaker, named, source ORDER BY source.id
WITH claim, speaker, named, head(collect(source)) AS source
WHERE $case IS NULL OR EXISTS { MATCH (source)-[:PART_OF*1..2]->(whole:Case) WHERE whole.id = $case }
   OR EXISTS { MATCH (speaker)-[:INVOLVED_IN]->(whole:Case)<-[:INVOLVED_IN]-(named) WHERE whole.id = $case }
CALL (speaker, named) {
  MATCH (speaker)<-[:IS]-(:Record)<-[:ABOUT]-(back:Claim {kind: 'testimony'})-[:TO]->(:Record)-[:IS]->(named)
  WHERE back.past IS NULL AND back.stance IN ['denies', 'retracts']
  OPTIONAL MATCH (back)-[:CITES]->(paper:Source)
  WITH DISTINCT back.id AS id, coalesce(paper.label, '–') + coalesce(', ' + back.locator, '') AS said
  ORDER BY said, id
  RETURN collect(said) AS retracted_at, collect(id) AS backs
}
WITH claim, speaker, named, source, retracted_at, backs
WHERE size(backs) > 0 OR NOT $retracted
RETURN {id: speaker.id, kind: 'Person', label: speaker.label} AS speaker, {id: named.id, kind: 'Person', label: named.label} AS named_person, claim.date AS date,
       CASE WHEN source IS NULL THEN null ELSE {id: source.id, kind: 'Source', label: source.label} END AS source, claim.locator AS locator, claim.quote AS quote, claim.stance AS stance,
       size(backs) > 0 AS retracted, retracted_at, [claim.id] + backs AS claims
ORDER BY speaker.label, speaker.id, named.label, named.id, claim.id
