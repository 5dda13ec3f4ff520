/* ---
id: repressed_relatives
title:
  ru: Кто из родственников, названных в анкетах, сам был репрессирован?
  kk: Сауалнамада аталған туыстардың қайсысы өзі қуғындалды?
  en: Which relatives named in questionnaires were themselves repressed?
help:
  ru: Родственные связи, о которых говорит сам обвиняемый или документ дела, и меры против названного родственника. С переключателем – родство по слову любого источника.
  kk: Айыпталушының өзі не іс құжаты айтқан туыстық байланыстар және аталған туысқа қолданылған шаралар. Ауыстырғышпен – кез келген дереккөз айтқан туыстық.
  en: Kinship that the accused himself or a paper of a case states, and the measures against the relative who is named. With the switch, kinship by the word of any source.
params:
  - {name: any_source, type: boolean, default: false, label: {ru: По слову любого источника, kk: Кез келген дереккөз бойынша, en: By the word of any source}}
columns:
  - {name: person, type: entity}
  - {name: tie, type: word, of: tie}
  - {name: terms, type: words, of: kin_term}
  - {name: relative, type: entity, label: {ru: Родственник, kk: Туысы, en: Relative}}
  - {name: measures, type: words, of: measure_kind}
  - {name: dates, type: texts}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
network: {from: person, to: relative, tie: terms}
example: {any_source: true}
expect:
  rows: 0
--- */
MATCH (one:Person)-[tie:CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF]->(other:Person)
CALL (tie) {
  UNWIND tie.claims AS id
  MATCH (claim:Claim {id: id})
  WHERE $any_source OR claim.voice = 'accused' OR EXISTS { MATCH (claim)-[:CITES]->(paper:Source) WHERE paper.source_kind = 'case_document' }
  RETURN collect(claim.id) AS said
}
WITH one, tie, other, said
WHERE size(said) > 0
UNWIND [[one, other], [other, one]] AS pair
WITH tie, said, pair[0] AS person, pair[1] AS relative
WHERE EXISTS { MATCH (person:Person)-[:SUBJECT_OF|INVOLVED_IN]->(:Measure|Case) }
MATCH (relative:Person)-[subject:SUBJECT_OF]->(measure:Measure)
WHERE NOT measure.measure_kind IN ['flight', 'release']
WITH tie, said, person, relative, subject, measure ORDER BY measure.id
WITH tie, said, person, relative, collect(DISTINCT measure.measure_kind) AS measures,
     collect(coalesce(measure.carried_out_text, measure.decided_text, measure.carried_out, measure.decided)) AS dates,
     collect(subject.claims) AS claims
WITH tie, person, relative, measures, dates, reduce(every = said, some IN claims | every + some) AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, type(tie) AS tie, coalesce(tie.terms, []) AS terms, {id: relative.id, kind: 'Person', label: relative.label} AS relative,
       measures, dates, sources, claims
ORDER BY person.label, person.id, relative.label, relative.id, tie
