/* ---
id: leaves_read
title:
  ru: Какие листы прочитаны, какие нет, какие закрыты – по фондам?
  kk: Қай парақтар оқылды, қайсысы оқылмады, қайсысы жабық – қорлар бойынша?
  en: Which leaves were read, which not, which are closed, by fond?
help:
  ru: Каждый документ или дело фонда – прочитано ли (что записано о прочитанном и какие листы названы в сведениях), видели ли его только в чужой ссылке, или выдача закрыта по записи о поиске. «Не прочитано» значит, что о чтении ничего не записано.
  kk: Қордың әр құжаты не ісі – оқылды ма (оқылғаны туралы жазба және мәліметтерде аталған парақтар), тек өзгенің сілтемесінен белгілі ме, не іздеу жазбасы бойынша берілмейді ме. «Оқылмаған» – оқу туралы ештеңе жазылмаған.
  en: Each document or case of a fond – was it read (what is recorded of the reading, and the leaves that claims name), is it known only from another's reference, or closed by the record of a search. "Unread" means that nothing is recorded of a reading.
params:
  - {name: fond, type: archival_unit}
  - name: state
    type: choice
    label: {ru: Состояние, kk: Күйі, en: State}
    choices:
      - {value: read, label: {ru: прочитано, kk: оқылған, en: read}}
      - {value: unread, label: {ru: не прочитано, kk: оқылмаған, en: unread}}
      - {value: cited, label: {ru: по чужой ссылке, kk: өзгенің сілтемесі бойынша, en: cited by another}}
      - {value: closed, label: {ru: закрыто, kk: жабық, en: closed}}
columns:
  - {name: fond, type: text, label: {ru: Фонд, kk: Қор, en: Fond}}
  - {name: unit, type: entity}
  - {name: what, type: entity, label: {ru: Документ или дело, kk: Құжат не іс, en: Document or case}}
  - {name: state, type: word, of: reading, label: {ru: Состояние, kk: Күйі, en: State}}
  - {name: extent, type: text, label: {ru: Что прочитано, kk: Не оқылды, en: What was read}}
  - {name: leaves, type: texts}
  - {name: searches, type: texts, label: {ru: Записи о поиске, kk: Іздеу жазбалары, en: Records of searches}}
  - {name: number, type: count, label: {ru: Сведений оттуда, kk: Содан алынған мәлімет, en: Claims from it}}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 15
  contains:
    - {unit_id: "archive:АП РК/141/1/4577", state: cited}
--- */
MATCH (unit:ArchivalUnit)<-[:HELD_IN|FILED_IN]-(what:Source|Case)
WHERE $fond IS NULL OR EXISTS { MATCH (unit)-[:WITHIN*0..3]->(top:ArchivalUnit) WHERE top.id = $fond }
WITH DISTINCT unit, what
OPTIONAL MATCH (unit)-[:WITHIN*0..3]->(fond:ArchivalUnit {unit_level: 'fond'})
WITH unit, what, fond ORDER BY fond.id
WITH unit, what, head(collect(fond)) AS fond
CALL (what) {
  MATCH (what)<-[:PART_OF*0..2]-(text:Source)<-[:CITES]-(claim:Claim)
  WHERE claim.past IS NULL AND claim.about_kind <> 'Source'
  WITH DISTINCT claim ORDER BY claim.locator, claim.id
  RETURN [leaf IN collect(DISTINCT claim.locator) WHERE leaf IS NOT NULL] AS leaves, count(claim) AS number, collect(claim.id) AS citing,
         sum(CASE WHEN coalesce(claim.access, 'original') = 'cited' THEN 0 ELSE 1 END) AS seen
}
CALL (what, unit) {
  UNWIND [what, unit] AS searched
  MATCH (searched:ArchivalUnit|Source|Case)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim {kind: 'search'})
  WHERE claim.past IS NULL
  WITH DISTINCT claim ORDER BY coalesce(claim.when, ''), claim.id
  RETURN collect(coalesce(claim.when, '…') + ': ' + coalesce(claim.result, '…')) AS searches, collect(claim.id) AS searching,
         sum(CASE WHEN any(word IN ['закрыт', 'не выда', 'не разреш', 'жабық', 'берілме', 'closed', 'withheld', 'refused']
                           WHERE toLower(coalesce(claim.result, '')) CONTAINS word) THEN 1 ELSE 0 END) AS closed
}
CALL (what) {
  MATCH (what)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim {access: 'cited'})
  RETURN count(claim) AS cited
}
WITH unit, what, fond, leaves, number, searches, citing + searching AS claims,
     CASE WHEN closed > 0 THEN 'closed' WHEN what.read_extent IS NOT NULL OR seen > 0 THEN 'read'
          WHEN cited > 0 THEN 'cited' ELSE 'unread' END AS state
WHERE $state IS NULL OR state = $state
RETURN fond.label AS fond, {id: unit.id, kind: 'ArchivalUnit', label: unit.label} AS unit, {id: what.id, kind: labels(what)[0], label: what.label} AS what, state,
       what.read_extent AS extent, leaves, searches, number, claims
ORDER BY unit.id, what.label, what.id
