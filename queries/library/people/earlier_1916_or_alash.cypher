/* ---
id: earlier_1916_or_alash
title:
  ru: Кто раньше был в восстании 1916 года или в милиции Алаш?
  kk: Бұрын 1916 жылғы көтеріліске не Алаш милициясына кім қатысқан?
  en: Who had been in the rising of 1916 or in the Alash militia before?
help:
  ru: По ролям (руководитель 1916 года, милиция Алаш-Орды), участию в восстании, которое кончилось до 1920 года, составу организаций Алаш и словам источников о занятии. Показано, где эти люди потом – в восстаниях 1928-1932 годов и в чьей роли.
  kk: Рөлдер (1916 жыл басшысы, Алаш милициясы), 1920 жылға дейін біткен көтеріліске қатысу, Алаш ұйымдарының құрамы және дереккөздің кәсіп туралы сөзі бойынша. Бұл адамдардың кейін – 1928-1932 жылғы көтерілістерде – қайда және қандай рөлде болғаны көрсетілген.
  en: By roles (leader of 1916, Alash-Orda militia), part in a rising that ended before 1920, membership of Alash organisations, and what sources say of an occupation. Shown with where these people were afterwards, in the risings of 1928-1932, and in what role.
params:
  - name: which
    type: choice
    label: {ru: Что раньше, kk: Бұрын не болған, en: What before}
    choices:
      - {value: "1916", label: {ru: 1916 год, kk: 1916 жыл, en: "1916"}}
      - {value: alash, label: {ru: Алаш, kk: Алаш, en: Alash}}
  - {name: later, type: boolean, default: false, label: {ru: Только кто был и в восстании 1928-1932, kk: Тек 1928-1932 көтерілісінде болғандар, en: Only those also in a rising of 1928-1932}}
columns:
  - {name: person, type: entity}
  - {name: which, type: word, of: before, label: {ru: Раньше, kk: Бұрын, en: Before}}
  - {name: written, type: texts, label: {ru: По чему видно, kk: Неден көрінеді, en: By what}}
  - {name: uprisings, type: entities, label: {ru: Восстания 1928-1932, kk: 1928-1932 көтерілістері, en: Risings of 1928-1932}}
  - {name: roles, type: words, of: role}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 13
  contains:
    - {person_id: "uprisings_372:p011", which: "1916", uprisings_id: "uprisings_372:u004; uprisings_372:u005"}
--- */
CALL () {
  MATCH (person:Person)-[part:TOOK_PART_IN]->(event:Uprising|Episode)
  WHERE 'leader1916' IN part.roles OR 'alash_militia' IN part.roles
     OR coalesce(event.end_latest, event.dates_latest, event.start_latest, 99999999) < 19200000
  RETURN person, CASE WHEN 'alash_militia' IN part.roles THEN 'alash' ELSE '1916' END AS which, event.label AS written,
         part.claims AS claims
  UNION ALL
  MATCH (person:Person)-[member:MEMBER_OF]->(organisation:Organisation)
  WHERE any(name IN [organisation.label, organisation.label_kk, organisation.label_en]
            WHERE toLower(name) CONTAINS 'алаш' OR toLower(name) CONTAINS 'alash')
  RETURN person, 'alash' AS which, organisation.label AS written, member.claims AS claims
  UNION ALL
  MATCH (person:Person)
  WHERE person.occupation IS NOT NULL OR person.title IS NOT NULL
  UNWIND coalesce(person.occupation, []) + coalesce(person.title, []) AS said
  WITH person, said
  WHERE said CONTAINS '1916' OR toLower(said) CONTAINS 'алаш' OR toLower(said) CONTAINS 'alash'
  OPTIONAL MATCH (person)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
  WHERE claim.past IS NULL AND (claim.occupation = said OR claim.title = said OR claim.value = said)
  WITH person, said, claim ORDER BY claim.id
  RETURN person, CASE WHEN said CONTAINS '1916' THEN '1916' ELSE 'alash' END AS which, said AS written,
         collect(claim.id) AS claims
}
WITH person, which, written, claims
WHERE $which IS NULL OR which = $which
WITH person, which, written, claims ORDER BY person.id, which, written
WITH person, which, collect(DISTINCT written) AS written, collect(claims) AS claims
CALL (person) {
  MATCH (person)-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WHERE coalesce(event.end_latest, event.dates_latest, event.start_latest, event.date_latest, 99999999) > 19200000
  WITH event, part ORDER BY event.id
  RETURN collect(DISTINCT {id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings,
         collect(part.roles) AS held, collect(part.claims) AS carried
}
WITH person, which, written, uprisings, held, claims + carried AS claims
WHERE NOT $later OR size(uprisings) > 0
CALL (held) {
  UNWIND held AS some
  UNWIND some AS role
  WITH DISTINCT role ORDER BY role
  RETURN collect(role) AS roles
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, which, written, uprisings, roles, reduce(every = [], some IN claims | every + some) AS claims
ORDER BY person.label, person.id, which
