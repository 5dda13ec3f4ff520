/* ---
id: witness_in_several_cases
title:
  ru: Какой свидетель проходит по нескольким делам?
  kk: Қай куә бірнеше іс бойынша өтеді?
  en: Which witness appears in several cases?
help:
  ru: Люди, которые в одном качестве – по умолчанию свидетеля – проходят по нескольким делам, и кого по этим делам обвиняли. Записи разных дел сведены, только если человек решил, что это одно лицо.
  kk: Бір рөлде – әдепкіде куә – бірнеше іс бойынша өтетін адамдар және сол істер бойынша айыпталғандар. Әр істің жазбалары адам бір тұлға деп шешкенде ғана біріктіріледі.
  en: People who appear in several cases in one capacity, a witness by default, and who was accused in those cases. Records of different cases are one person only where somebody judged so.
params:
  - name: role
    type: choice
    default: witness
    label: {ru: Кем проходит, kk: Кім ретінде, en: In what capacity}
    choices:
      - {value: witness, label: {ru: свидетель, kk: куә, en: witness}}
      - {value: investigator, label: {ru: следователь, kk: тергеуші, en: investigator}}
      - {value: interpreter, label: {ru: переводчик, kk: аудармашы, en: interpreter}}
      - {value: accused, label: {ru: обвиняемый, kk: айыпталушы, en: accused}}
  - {name: number, type: integer, default: 2, least: 2, greatest: 100, label: {ru: Дел не менее, kk: Іс саны кемінде, en: Cases at least}}
columns:
  - {name: person, type: entity}
  - {name: number, type: count}
  - {name: cases, type: entities}
  - {name: accused, type: entities, label: {ru: Обвиняемые по ним, kk: Сол істердің айыпталушылары, en: Accused in them}}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (person:Person)-[involved:INVOLVED_IN]->(case:Case)
WHERE $role IN involved.case_roles
WITH person, involved, case ORDER BY person.id, case.id
WITH person, collect(DISTINCT case) AS found, collect(involved.claims) AS carried
WHERE size(found) >= $number
CALL (person, found) {
  UNWIND found AS case
  MATCH (case)<-[tie:INVOLVED_IN]-(other:Person)
  WHERE 'accused' IN tie.case_roles AND other.id <> person.id
  WITH DISTINCT other ORDER BY other.label, other.id
  RETURN collect({id: other.id, kind: 'Person', label: other.label}) AS accused
}
WITH person, found, accused, reduce(every = [], some IN carried | every + some) AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, size(found) AS number, [case IN found | {id: case.id, kind: 'Case', label: case.label}] AS cases, accused, sources, claims
ORDER BY number DESC, person.label, person.id
