/* ---
id: recurring_in_cases
title:
  ru: Какие свидетели и следователи встречаются снова и снова вместе?
  kk: Қай куәлар мен тергеушілер бірге қайта-қайта кездеседі?
  en: Which witnesses and investigators recur together across cases?
help:
  ru: Пары следователя или переводчика со свидетелем, которые вместе проходят по нескольким делам. Это повод читать протоколы рядом, а не вывод о сговоре.
  kk: Бірнеше іс бойынша бірге өтетін тергеуші не аудармашы мен куә жұптары. Бұл хаттамаларды қатар оқуға себеп, келісіп алды деген қорытынды емес.
  en: Pairs of an investigator or interpreter and a witness who appear together in several cases. It is a reason to read the protocols side by side, no finding of collusion.
params:
  - {name: number, type: integer, default: 2, least: 2, greatest: 100, label: {ru: Дел не менее, kk: Іс саны кемінде, en: Cases at least}}
columns:
  - {name: investigator, type: entity, label: {ru: Следователь или переводчик, kk: Тергеуші не аудармашы, en: Investigator or interpreter}}
  - {name: witness, type: entity, label: {ru: Свидетель, kk: Куә, en: Witness}}
  - {name: number, type: count}
  - {name: cases, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
network: {from: investigator, to: witness}
example: {}
expect:
  rows: 0
--- */
MATCH (investigator:Person)-[first:INVOLVED_IN]->(case:Case)<-[second:INVOLVED_IN]-(witness:Person)
WHERE any(role IN first.case_roles WHERE role IN ['investigator', 'interpreter']) AND 'witness' IN second.case_roles
WITH investigator, witness, case, first, second ORDER BY case.id
WITH investigator, witness, collect(DISTINCT {id: case.id, kind: 'Case', label: case.label}) AS cases, collect(first.claims) + collect(second.claims) AS carried
WHERE size(cases) >= $number
WITH investigator, witness, cases, reduce(every = [], some IN carried | every + some) AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: investigator.id, kind: 'Person', label: investigator.label} AS investigator, {id: witness.id, kind: 'Person', label: witness.label} AS witness, size(cases) AS number, cases, sources, claims
ORDER BY number DESC, investigator.label, investigator.id, witness.label, witness.id
