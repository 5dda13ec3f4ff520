/* ---
id: doubted_claims
title:
  ru: Что отрицают, от чего отказались, в чём сомневаются?
  kk: Нені теріске шығарады, неден бас тартты, неге күмәнданады?
  en: What is denied, retracted or doubted?
help:
  ru: Сведения, которые говорящий отрицает, от которых отказался или передаёт понаслышке, и те, чью достоверность исследователь оценил как возможную или сомнительную. Связь, о которой есть только отрицания, в графе не проведена.
  kk: Айтушы теріске шығаратын, бас тартқан не құлақ естігенмен жеткізген мәліметтер және зерттеуші сенімділігін мүмкін не күмәнді деп бағалағандары. Тек теріске шығарылған байланыс графта жүргізілмейді.
  en: Claims that the speaker denies, has retracted or passes on from hearsay, and those whose certainty a researcher rated possible or doubtful. A tie that is only denied is not drawn in the graph.
params:
  - name: stance
    type: choice
    label: {ru: Как говорит, kk: Қалай айтады, en: Stance}
    choices:
      - {value: denies, label: {ru: отрицает, kk: теріске шығарады, en: denies}}
      - {value: retracts, label: {ru: отказывается, kk: бас тартады, en: retracts}}
      - {value: reports, label: {ru: передаёт слышанное, kk: естігенін айтады, en: reports hearsay}}
columns:
  - {name: entity, type: entity}
  - {name: other, type: entity, label: {ru: С кем или чем, kk: Кіммен не немен, en: With whom or what}}
  - {name: said, type: texts}
  - {name: stance, type: word, of: stance}
  - {name: certainty, type: word, of: certainty}
  - {name: voice, type: word, of: voice}
  - {name: why, type: text, label: {ru: Почему, kk: Неліктен, en: Why}}
  - {name: sources, type: sources}
  - {name: claim, type: text}
example: {}
expect:
  at_least: 10
  contains:
    - {entity_id: "uprisings_372:case.alniyazov", certainty: possible, voice: investigator}
--- */
MATCH (claim:Claim)
WHERE (claim.stance IN ['denies', 'retracts', 'reports'] OR claim.certainty IN ['possible', 'doubtful'])
  AND ($stance IS NULL OR claim.stance = $stance) AND claim.past IS NULL
MATCH (claim)-[:ABOUT]->(:Record)-[:IS]->(entity:Person|Uprising|Episode|Case|Measure|Review|Place|Source|Organisation|Lineage)
OPTIONAL MATCH (claim)-[:TO]->(:Record)-[:IS]->(other:Person|Uprising|Episode|Case|Measure|Review|Place|Source|Organisation|Lineage)
CALL (claim) {
  UNWIND keys(claim) AS key
  WITH claim, key
  WHERE NOT key IN ['id', 'kind', 'about', 'about_kind', 'to', 'to_kind', 'cites', 'locator', 'quote', 'access', 'voice',
                    'stance', 'certainty', 'level', 'why', 'past', 'property', 'withdraws']
  WITH claim[key] AS value ORDER BY value
  RETURN collect(value) AS said
}
CALL (claim) {
  MATCH (claim)-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator ORDER BY id
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
WITH claim, entity, labels(entity)[0] AS kind, other, said, sources
ORDER BY claim.stance, claim.certainty, kind, entity.label, entity.id, claim.id, other.id
RETURN {id: entity.id, kind: kind, label: entity.label} AS entity,
       CASE WHEN other IS NULL THEN null ELSE {id: other.id, kind: labels(other)[0], label: other.label} END AS other,
       said, claim.stance AS stance, claim.certainty AS certainty, claim.voice AS voice, claim.why AS why, sources,
       claim.id AS claim
