/* ---
id: archives_not_used
title:
  ru: Какие архивы и фонды названы, но ещё не использованы?
  kk: Қай архивтер мен қорлар аталған, бірақ әлі пайдаланылмаған?
  en: Which archives and fonds are named and not yet used?
help:
  ru: Архивные единицы, на которые кто-то ссылается, но ни одно сведение базы не взято из виденного там документа. Рядом – кто на них ссылается и сколько сведений держится на этих пересказах.
  kk: Біреу сілтеме жасаған, бірақ базадағы бірде-бір мәлімет сонда көрілген құжаттан алынбаған архив бірліктері. Қасында – кім сілтеме жасайды және сол баяндауларға қанша мәлімет сүйенеді.
  en: Archival units that somebody refers to while no claim of the base was taken from a document seen there. Beside them who refers to them, and how many claims rest on those retellings.
params:
  - name: level
    type: choice
    default: fond
    label: {ru: Ступень, kk: Деңгей, en: Level}
    choices:
      - {value: archive, label: {ru: архив, kk: архив, en: archive}}
      - {value: fond, label: {ru: фонд, kk: қор, en: fond}}
      - {value: delo, label: {ru: дело, kk: іс, en: delo}}
columns:
  - {name: unit, type: entity}
  - {name: documents, type: entities, label: {ru: Документы, kk: Құжаттар, en: Documents}}
  - {name: seen_in, type: entities, label: {ru: Кто ссылается, kk: Кім сілтеме жасайды, en: Who refers to them}}
  - {name: number, type: count, label: {ru: Сведений этих текстов, kk: Сол мәтіндердегі мәлімет, en: Claims of those texts}}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 5
  contains:
    - {unit_id: "archive:ЦГА РК/30"}
--- */
MATCH (unit:ArchivalUnit {unit_level: $level})
CALL (unit) {
  MATCH (unit)<-[:WITHIN*0..3]-(:ArchivalUnit)<-[held:HELD_IN|FILED_IN]-(document:Source|Case)
  WITH document, held ORDER BY document.label, document.id
  RETURN collect(DISTINCT document) AS documents, collect(held.claims) AS carried
}
WITH unit, documents, carried
WHERE NOT EXISTS {
  MATCH (unit)<-[:WITHIN*0..3]-(:ArchivalUnit)<-[:HELD_IN|FILED_IN]-(paper:Source|Case)<-[:PART_OF*0..2]-(text:Source)<-[:CITES]-(claim:Claim)
  WHERE claim.past IS NULL AND coalesce(claim.access, 'original') <> 'cited' AND claim.about_kind <> 'Source'
}
CALL (documents) {
  UNWIND documents AS document
  MATCH (document)<-[:DERIVED_FROM]-(text:Source)
  WITH DISTINCT text ORDER BY text.label, text.id
  RETURN collect({id: text.id, kind: 'Source', label: text.label}) AS seen_in,
         coalesce(sum(COUNT { MATCH (text)<-[:CITES]-(claim:Claim) WHERE claim.about_kind <> 'Source' AND claim.past IS NULL }), 0) AS number
}
RETURN {id: unit.id, kind: 'ArchivalUnit', label: unit.label} AS unit, [document IN documents | {id: document.id, kind: labels(document)[0], label: document.label}] AS documents,
       seen_in, number, reduce(every = [], some IN carried | every + coalesce(some, [])) AS claims
ORDER BY number DESC, unit.label, unit.id
