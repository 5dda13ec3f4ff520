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
MATCH (source:Source)-[:DERIVED_FROM|PART_OF]-(:Source|Case)
WITH DISTINCT source
MATCH (source)-[:DERIVED_FROM|PART_OF*1..4]-(same:Source|Case)
WITH source, min(same.id) AS least, COUNT { (source)<-[:CITES]-(:Claim) } AS resting
ORDER BY resting DESC, source.id
WITH CASE WHEN least < source.id THEN least ELSE source.id END AS witness, collect(source) AS texts,
     sum(resting) AS resting
WHERE size(texts) > 1
WITH texts, texts[0] AS first, resting
RETURN {id: first.id, kind: 'Source', label: first.label} AS witness, size(texts) AS number,
       [text IN texts | {id: text.id, kind: 'Source', label: text.label}] AS texts, resting
ORDER BY number DESC, witness.id
