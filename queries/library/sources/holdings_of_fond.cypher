/* ---
id: holdings_of_fond
title:
  ru: Что в базе из этого архива, фонда или описи?
  kk: Базада осы архивтен, қордан не тізімдемеден не бар?
  en: What does the base have from this archive, fond or opis?
help:
  ru: Единицы внутри выбранной, документы и дела в них и число сведений, которые на них держатся. Единица без документа названа в ссылке, но ничего из неё не взято.
  kk: Таңдалған бірліктің ішіндегі бірліктер, ондағы құжаттар мен істер және оларға сүйенетін мәлімет саны. Құжаты жоқ бірлік сілтемеде аталған, бірақ одан ештеңе алынбаған.
  en: Units within the chosen one, the documents and cases in them, and the number of claims that rest on those. A unit without a document is named in a reference, but nothing was taken from it.
params:
  - {name: fond, type: archival_unit, required: true}
columns:
  - {name: unit, type: entity}
  - {name: level, type: word, of: unit_level, label: {ru: Ступень, kk: Деңгей, en: Level}}
  - {name: what, type: entity, label: {ru: Документ или дело, kk: Құжат не іс, en: Document or case}}
  - {name: number, type: count, label: {ru: Сведений и через пересказ, kk: Мәлімет саны баяндауымен бірге, en: Claims also through retelling}}
  - {name: claims, type: claims}
example: {fond: "archive:АП РК"}
expect:
  rows: 6
  contains:
    - {unit_id: "archive:АП РК/141/1/4577", level: delo, number: 2}
--- */
MATCH (top:ArchivalUnit {id: $fond})<-[:WITHIN*0..3]-(unit:ArchivalUnit)
WITH DISTINCT unit
OPTIONAL MATCH (unit)<-[held:HELD_IN|FILED_IN]-(what:Source|Case)
CALL (what) {
  MATCH (what)<-[:DERIVED_FROM|PART_OF*0..1]-(text:Source)<-[:CITES]-(claim:Claim)
  WHERE claim.past IS NULL AND claim.about_kind <> 'Source'
  RETURN count(DISTINCT claim) AS number
}
RETURN {id: unit.id, kind: 'ArchivalUnit', label: unit.label} AS unit, unit.unit_level AS level,
       CASE WHEN what IS NULL THEN null ELSE {id: what.id, kind: labels(what)[0], label: what.label} END AS what,
       number, coalesce(held.claims, []) AS claims
ORDER BY unit.id, what.id
