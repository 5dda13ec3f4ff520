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
expect:
  at_least: 30
  contains:
    - {witness_id: "uprisings_372:s103", number: 9}
--- */
// From every text up to what it depends on, then twice the least name among those that share a text: linear, where all
// pairs of a group would be its square.
MATCH (source:Source)-[:DERIVED_FROM|PART_OF*1..4]->(root:Source|Case)
WHERE NOT EXISTS { MATCH (root)-[:DERIVED_FROM|PART_OF]->(:Source|Case) }
WITH source, collect(DISTINCT root) AS roots, min(root.id) AS least
UNWIND roots AS root
WITH root, min(least) AS least, collect(source) AS sources
UNWIND sources AS source
WITH source, min(least) AS least, collect(root) AS roots
UNWIND roots AS root
WITH root, min(least) AS least, collect(source) AS sources
UNWIND sources + [root] AS text
WITH text, min(least) AS least, COUNT { MATCH (text:Source|Case)<-[:CITES]-(claim:Claim) WHERE claim.past IS NULL } AS resting
ORDER BY resting DESC, text.id
WITH least, collect(text) AS texts, sum(resting) AS resting
WITH texts, texts[0] AS first, resting
RETURN {id: first.id, kind: labels(first)[0], label: first.label} AS witness, size(texts) AS number,
       [text IN texts | {id: text.id, kind: labels(text)[0], label: text.label}] AS texts, resting
ORDER BY number DESC, witness.id
