/* ---
id: partly_reviewed_cases
title:
  ru: По каким делам реабилитированы не все и кто остался?
  kk: Қай істер бойынша бәрі ақталмаған және кім қалды?
  en: In which cases was not everybody rehabilitated, and who remains?
help:
  ru: Дела, по которым хотя бы один обвиняемый реабилитирован, а о других этого в базе нет. Рядом – сколько обвиняемых называет само дело; кто в базе не назван вовсе, в списке оставшихся не стоит.
  kk: Кемінде бір айыпталушы ақталған, ал басқалары туралы базада бұл жоқ істер. Қасында – істің өзі қанша айыпталушы атайды; базада мүлде аталмағандар қалғандар тізімінде жоқ.
  en: Cases of which at least one accused was rehabilitated while the base does not say so of others. Beside it how many accused the case itself states; whoever is not named in the base at all is not among those who remain.
params:
  - {name: uprising, type: uprising}
columns:
  - {name: case, type: entity}
  - {name: stated, type: text, label: {ru: Обвиняемых по делу, kk: Іс бойынша айыпталушы, en: Accused as stated}}
  - {name: named, type: count}
  - {name: reviewed, type: count, label: {ru: Реабилитировано, kk: Ақталды, en: Rehabilitated}}
  - {name: remaining, type: entities, label: {ru: Остались, kk: Қалғандар, en: Remain}}
  - {name: refused, type: entities, label: {ru: Из них с отказом, kk: Оның ішінде бас тартылған, en: Of them refused}}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 0
--- */
MATCH (case:Case)<-[involved:INVOLVED_IN]-(person:Person)
WHERE 'accused' IN coalesce(involved.case_roles, ['accused'])
WITH case, involved, person,
     EXISTS { MATCH (person)-[:SUBJECT_OF]->(review:Review) WHERE review.step = 'granted' } AS granted,
     EXISTS { MATCH (person)-[:SUBJECT_OF]->(review:Review) WHERE review.step = 'refused' } AS denied
ORDER BY case.id, person.label, person.id
WITH case, count(person) AS named, sum(CASE WHEN granted THEN 1 ELSE 0 END) AS reviewed,
     [one IN collect(CASE WHEN granted THEN null ELSE person END) | {id: one.id, kind: 'Person', label: one.label}] AS remaining,
     [one IN collect(CASE WHEN denied AND NOT granted THEN person END) | {id: one.id, kind: 'Person', label: one.label}] AS refused,
     collect(involved.claims) AS carried
WHERE reviewed > 0 AND reviewed < named
WITH case, named, reviewed, remaining, refused, reduce(every = [], some IN carried | every + some) AS claims
CALL (case) {
  MATCH (case)-[:CONCERNS]->(uprising:Uprising)
  WITH DISTINCT uprising ORDER BY uprising.id
  RETURN collect({id: uprising.id, kind: 'Uprising', label: uprising.label}) AS uprisings
}
WITH case, named, reviewed, remaining, refused, claims, uprisings
WHERE $uprising IS NULL OR any(one IN uprisings WHERE one.id = $uprising)
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: case.id, kind: 'Case', label: case.label} AS case, coalesce(case.accused_stated_text, toString(case.accused_stated)) AS stated, named, reviewed,
       remaining, refused, uprisings, sources, claims
ORDER BY case.label, case.id
