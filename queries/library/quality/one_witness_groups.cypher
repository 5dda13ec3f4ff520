/* ---
id: one_witness_groups
title:
  ru: Какие источники – один свидетель?
  kk: Қай дереккөздер – бір куә?
  en: Which sources are one witness?
help:
  ru: Тексты, связанные списыванием или частями одного целого. Что говорят все они, сказано один раз.
  kk: Көшіру арқылы не бір бүтіннің бөліктері ретінде байланысқан мәтіндер. Олардың бәрі айтқаны бір рет айтылған.
  en: Texts tied by copying or as parts of one whole. What all of them say has been said once.
params: []
columns:
  - {name: witness, type: entity}
  - {name: number, type: count, label: {ru: Текстов, kk: Мәтін саны, en: Texts}}
  - {name: texts, type: entities, label: {ru: Тексты, kk: Мәтіндер, en: Texts in it}}
  - {name: resting, type: count, label: {ru: Сведений, kk: Мәлімет саны, en: Claims}}
view: {bars: {label: witness, value: number}}
example: {}
expect: {at_least: 1}
--- */
MATCH (source:Source)-[:DERIVED_FROM|PART_OF*0..4]-(same:Source|Case)
WITH source, min(same.id) AS witness
ORDER BY source.id
WITH witness, collect(source) AS texts
WHERE size(texts) > 1
MATCH (first:Source|Case {id: witness})
CALL (texts) {
  UNWIND texts AS text
  MATCH (text:Source)<-[:CITES]-(claim:Claim)
  WHERE claim.about_kind <> 'Source'
  RETURN count(DISTINCT claim) AS resting
}
RETURN {id: first.id, kind: labels(first)[0], label: first.label} AS witness, size(texts) AS number,
       [text IN texts | {id: text.id, kind: 'Source', label: text.label}] AS texts, resting
ORDER BY number DESC, first.id
