/* ---
id: class_by_voice
title:
  ru: Где свои слова человека о занятии и положении расходятся с обвинением?
  kk: Адамның кәсібі мен жағдайы туралы өз сөзі айыптаумен қай жерде келіспейді?
  en: Where do a man's own words and the indictment differ on his class?
help:
  ru: Занятие, звание или положение, как его говорит сам обвиняемый или его семья, рядом с тем, что пишет следствие или решающий орган. Показаны те, о ком два голоса говорят разное; слова обвинения – термины своего источника, не наши.
  kk: Айыпталушының өзі не отбасы айтқан кәсіп, атақ не жағдай, қасында – тергеу не шешуші орган жазғаны. Екі дауысы әр басқа айтқандар көрсетіледі; айыптау сөздері – өз дереккөзінің терминдері, біздікі емес.
  en: Occupation, title or standing as the accused himself or the family says it, beside what the investigation or the deciding body writes. Those are shown of whom the two voices say different things; the prosecution's words are terms of their source, not ours.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: person, type: entity}
  - {name: property, type: word, of: property}
  - {name: own, type: texts, label: {ru: Сам человек, kk: Адамның өзі, en: The man himself}}
  - {name: prosecution, type: texts, label: {ru: По версии следствия, kk: Тергеу нұсқасы бойынша, en: By the investigation}}
  - {name: leaves, type: texts}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (person:Person)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
WHERE claim.voice IN ['investigator', 'deciding_body'] AND claim.kind IN ['person', 'statement']
WITH DISTINCT person
WHERE $uprising IS NULL OR EXISTS {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising
}
MATCH (person)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
WHERE claim.kind IN ['person', 'statement'] AND claim.past IS NULL AND NOT claim.stance IN ['denies', 'retracts']
  AND claim.voice IN ['accused', 'family', 'investigator', 'deciding_body']
UNWIND ['occupation', 'title'] AS property
WITH person, property, claim, CASE WHEN claim.property = property THEN claim.value ELSE claim[property] END AS text
WHERE text IS NOT NULL
WITH person, property, claim, text, claim.voice IN ['accused', 'family'] AS own ORDER BY text, claim.id
WITH person, property, [said IN collect(DISTINCT CASE WHEN own THEN text END) WHERE said IS NOT NULL] AS own,
     [said IN collect(DISTINCT CASE WHEN own THEN null ELSE text END) WHERE said IS NOT NULL] AS prosecution,
     collect(DISTINCT claim.locator) AS leaves, collect(DISTINCT claim.id) AS claims
WHERE size(own) > 0 AND any(said IN prosecution WHERE NOT toLower(said) IN [word IN own | toLower(word)])
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, property, own, prosecution, leaves, sources, claims
ORDER BY person.label, person.id, property
