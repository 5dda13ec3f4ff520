/* ---
id: size_by_source
title:
  ru: Что говорит каждый источник о численности восстания?
  kk: Көтерілістің саны туралы әр дереккөз не дейді?
  en: What does each source say about the size of a rising?
help:
  ru: Все показания рядом, от и до, словами источника; принятое отмечено. Разные меры (участники, убитые, арестованные) – разные строки и не складываются.
  kk: Барлық көрсеткіш қатар, аралығымен, дереккөз сөзімен; қабылданғаны белгіленген. Әртүрлі өлшем (қатысушылар, қаза тапқандар, тұтқындалғандар) – бөлек жолдар, қосылмайды.
  en: All readings side by side, from and to, in the words of the source; the accepted one is marked. Different measures (participants, killed, arrested) are rows of their own and are not added.
params:
  - {name: uprising, type: uprising, required: true}
columns:
  - {name: property, type: word, of: property, label: {ru: Мера, kk: Өлшем, en: Measure}}
  - {name: text, type: text}
  - {name: least, type: count}
  - {name: greatest, type: count}
  - {name: accepted, type: boolean, label: {ru: Принято, kk: Қабылданған, en: Accepted}}
  - {name: source, type: entity}
  - {name: kind, type: word, of: source_kind, label: {ru: Вид источника, kk: Дереккөз түрі, en: Kind of source}}
  - {name: locator, type: text, label: {ru: Место в источнике, kk: Дереккөздегі орны, en: Place in the source}}
  - {name: certainty, type: word, of: certainty}
  - {name: claim, type: text}
view: {range: {label: source, least: least, greatest: greatest, text: text}}
example: {uprising: "uprisings_372:u003"}
expect:
  rows: 5
  contains:
    - {property: participants, least: "", greatest: 400, source_id: "uprisings_372:s042"}
    - {property: participants, least: 2000, greatest: 2000, source_id: "uprisings_372:s008"}
    - {property: killed_unspecified, greatest: 400, source_id: "uprisings_372:s066"}
--- */
MATCH (uprising:Uprising {id: $uprising})<-[reading:READ_AS]-(claim:Claim)
WHERE reading.property IN ['participants', 'arrested', 'sentenced_to_death', 'sentenced_to_imprisonment',
                           'killed_insurgents', 'wounded_insurgents', 'killed_government', 'killed_unspecified',
                           'government_force']
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
RETURN reading.property AS property, reading.text AS text, reading.least AS least, reading.greatest AS greatest,
       coalesce(reading.accepted, false) AS accepted,
       CASE WHEN source IS NULL THEN null ELSE {id: source.id, kind: 'Source', label: source.label} END AS source,
       source.source_kind AS kind, claim.locator AS locator, claim.certainty AS certainty, claim.id AS claim
ORDER BY CASE property WHEN 'participants' THEN 0 ELSE 1 END, property, least, greatest, claim, source.id
