/* ---
id: ties_of_person
title:
  ru: С кем и с чем связан человек?
  kk: Адам кіммен және немен байланысты?
  en: To whom and to what is a person tied?
help:
  ru: Все прямые связи с доказательствами. «Назвал в показаниях» – не знакомство; что говорит только следствие, отмечено.
  kk: Дәлелдерімен бірге барлық тікелей байланыстар. «Жауабында атады» – таныстық емес; тек тергеу айтқаны белгіленген.
  en: All direct ties with their evidence. "Named in testimony" is not acquaintance; what only the investigation says is marked.
params:
  - {name: person, type: person, required: true}
columns:
  - {name: person, type: entity}
  - {name: tie, type: word, of: tie}
  - {name: forward, type: boolean, label: {ru: От этого лица, kk: Осы тұлғадан, en: From this person}}
  - {name: other, type: entity}
  - {name: detail, type: texts, label: {ru: Роль или слово источника, kk: Рөлі не дереккөз сөзі, en: Role or word of the source}}
  - {name: earliest, type: count}
  - {name: latest, type: count}
  - {name: certainty, type: word, of: certainty}
  - {name: prosecution_only, type: boolean, label: {ru: Только по версии следствия, kk: Тек тергеу нұсқасы бойынша, en: Only the investigation says so}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
view: {network: {from: person, to: other, tie: tie}}
example: {person: "uprisings_372:p013"}
expect:
  rows: 3
  contains:
    - {tie: SIBLING_OF, other_id: "uprisings_372:p014", detail: brother_of; younger_brother_of}
--- */
MATCH (person:Person {id: $person})-[tie:TOOK_PART_IN|ACCUSED_OVER|CHILD_OF|SPOUSE_OF|SIBLING_OF|KIN_OF|ASSOCIATED_WITH|NAMED_IN_TESTIMONY|MEMBER_OF|INVOLVED_IN|SUBJECT_OF|BORN_IN|DIED_IN|LIVED_IN]-(other:Person|Uprising|Episode|Case|Measure|Review|Place|Organisation|Lineage)
CALL (tie) {
  UNWIND tie.claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, type(tie) AS tie,
       startNode(tie).id = person.id AS forward, {id: other.id, kind: labels(other)[0], label: other.label} AS other,
       coalesce(tie.roles, tie.terms, tie.case_roles, []) AS detail, tie.earliest AS earliest, tie.latest AS latest,
       tie.certainty AS certainty, coalesce(tie.prosecution_only, false) AS prosecution_only, sources,
       tie.claims AS claims
ORDER BY tie, other.label, other.id, forward
