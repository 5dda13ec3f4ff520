/* ---
id: second_hand_references
title:
  ru: Что держится на архивных ссылках из вторых рук?
  kk: Екінші қолдан алынған архив сілтемелеріне не сүйенеді?
  en: What rests on archival references at second hand?
help:
  ru: Документы, которых никто из нас не видел – их шифр и слова взяты из другого текста. Это список для заказа дел в архиве; видно, чего не хватает в шифре и сколько сведений на нём держится.
  kk: Өзіміз көрмеген құжаттар – шифры мен сөзі басқа мәтіннен алынған. Бұл архивтен іс сұратуға арналған тізім; шифрда не жетіспейтіні және оған қанша мәлімет сүйенетіні көрінеді.
  en: Documents that none of us has seen – their reference and their words come from another text. It is a list for ordering files in the archive; it shows what the reference lacks and how many claims rest on it.
params: []
columns:
  - {name: document, type: entity, label: {ru: Документ, kk: Құжат, en: Document}}
  - {name: reference, type: text, label: {ru: Шифр, kk: Шифр, en: Reference}}
  - {name: level, type: word, of: unit_level, label: {ru: До какой ступени, kk: Қай деңгейге дейін, en: Down to}}
  - {name: unit, type: entity}
  - {name: seen_in, type: entities, label: {ru: Где приведён, kk: Қайда келтірілген, en: Cited in}}
  - {name: number, type: count, label: {ru: Сведений этих текстов, kk: Сол мәтіндердегі мәлімет, en: Claims of those texts}}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 32
  contains:
    - {document_id: "uprisings_372:document.s062.2ab4b813", level: delo, seen_in_id: "uprisings_372:s062"}
--- */
MATCH (document:Source)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
WHERE claim.access = 'cited' AND claim.kind = 'source' AND claim.past IS NULL
WITH document, claim ORDER BY claim.id
WITH document, collect(claim.id) AS claims
OPTIONAL MATCH (document)-[:HELD_IN]->(unit:ArchivalUnit)
WITH document, claims, unit ORDER BY document.id, unit.id
WITH document, claims, head(collect(unit)) AS unit
CALL (document) {
  MATCH (document)<-[:DERIVED_FROM]-(text:Source)
  WITH DISTINCT text ORDER BY text.id
  RETURN collect({id: text.id, kind: 'Source', label: text.label}) AS seen_in,
         sum(COUNT { MATCH (text)<-[:CITES]-(resting:Claim) WHERE resting.past IS NULL AND resting.about_kind <> 'Source' }) AS number
}
RETURN {id: document.id, kind: 'Source', label: document.label} AS document, document.reference AS reference,
       unit.unit_level AS level,
       CASE WHEN unit IS NULL THEN null ELSE {id: unit.id, kind: 'ArchivalUnit', label: unit.label} END AS unit,
       seen_in, number, claims
ORDER BY number DESC, document.label, document.id
