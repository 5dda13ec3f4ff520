/* ---
id: only_alleged
title:
  ru: Какие восстания существуют только в обвинениях?
  kk: Қай көтерілістер тек айыптауда ғана бар?
  en: Which risings exist only as accusations?
help:
  ru: Восстания, о которых говорит лишь следствие, которые оспорены или признаны выдуманными, и те, где по именам известны одни обвинённые. В общие подсчёты первые и последние не входят.
  kk: Тек тергеу айтатын, даулы не ойдан шығарылған деп танылған көтерілістер және тек айыпталғандардың аты белгілі болғандары. Жалпы санаққа тек айтылған мен ойдан шығарылғандар кірмейді.
  en: Risings of which only the investigation speaks, which are disputed or found fabricated, and those in which only accused people are known by name. The alleged and the fabricated are outside the counts.
params: []
columns:
  - {name: uprising, type: entity}
  - {name: attestation, type: word, of: attestation}
  - {name: counted, type: boolean, label: {ru: Входит в подсчёты, kk: Санаққа кіреді, en: Counted}}
  - {name: accused, type: count}
  - {name: insurgents, type: count, label: {ru: Повстанцев не только по обвинению, kk: Тек айыптаумен емес көтерілісші, en: Insurgents not only accused}}
  - {name: voices, type: words, of: voice}
  - {name: note, type: texts, label: {ru: Примечание составителя, kk: Құрастырушы ескертпесі, en: Compiler's note}}
  - {name: sources, type: sources}
example: {}
expect:
  rows: 3
  contains:
    - {uprising_id: "uprisings_372:u022", attestation: alleged_only, counted: "false", accused: 5, insurgents: 0}
    - {uprising_id: "uprisings_372:u015", attestation: alleged_only}
    - {uprising_id: "uprisings_372:u017", accused: 4}
--- */
MATCH (uprising:Uprising)
WHERE uprising.scope <> 'aggregate'
CALL (uprising) {
  MATCH (uprising)<-[:PART_OF*0..2]-(:Uprising|Episode)<-[part:TOOK_PART_IN|ACCUSED_OVER]-(person:Person)
  RETURN count(DISTINCT CASE WHEN type(part) = 'ACCUSED_OVER' THEN person.id END) AS accused,
         count(DISTINCT CASE WHEN part.side = 'insurgent' AND type(part) = 'TOOK_PART_IN' THEN person.id END) AS insurgents
}
WITH uprising, accused, insurgents
WHERE uprising.attestation <> 'attested' OR (accused > 0 AND insurgents = 0)
CALL (uprising) {
  MATCH (uprising)<-[:IS]-(:Record)<-[:ABOUT|TO]-(claim:Claim)
  WHERE claim.voice IS NOT NULL
  WITH DISTINCT claim.voice AS voice ORDER BY voice
  RETURN collect(voice) AS voices
}
CALL (uprising) {
  MATCH (uprising)<-[:IS]-(:Record)<-[:ABOUT|TO]-(:Claim)-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label ORDER BY id
  RETURN collect({id: id, label: label, locator: null}) AS sources
}
RETURN {id: uprising.id, kind: 'Uprising', label: uprising.label} AS uprising, uprising.attestation AS attestation,
       coalesce(uprising.counted, true) AS counted, accused, insurgents, voices, coalesce(uprising.note, []) AS note,
       sources
ORDER BY attestation, uprising.label, uprising.id
