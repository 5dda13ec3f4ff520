/* ---
id: sentenced_and_by_whom
title:
  ru: Кого, кто и как приговорил?
  kk: Кім, кімді және қалай үкімге кесті?
  en: Who was sentenced, by whom and how?
help:
  ru: Аресты, дела, приговоры и их исполнение словами источников. Орган назван так, как его называет источник, и, если известен, как организация. Решено и исполнено – разные даты.
  kk: Тұтқындаулар, істер, үкімдер мен олардың орындалуы дереккөз сөзімен. Орган дереккөз атағандай, ал белгілі болса, ұйым ретінде де көрсетілген. Шешілген мен орындалған – бөлек күндер.
  en: Arrests, cases, sentences and their carrying out, in the words of the sources. The body is named as the source names it and, where known, as an organisation. Decided and carried out are different dates.
params:
  - {name: uprising, type: uprising}
  - name: measure
    type: choice
    many: true
    label: {ru: Виды мер, kk: Шара түрлері, en: Kinds of measure}
    choices:
      - {value: arrest, label: {ru: арест, kk: тұтқындау, en: arrest}}
      - {value: criminal_case, label: {ru: уголовное дело, kk: қылмыстық іс, en: criminal case}}
      - {value: indictment, label: {ru: обвинительное заключение, kk: айыптау қорытындысы, en: indictment}}
      - {value: sentence, label: {ru: приговор, kk: үкім, en: sentence}}
      - {value: execution, label: {ru: расстрел, kk: ату, en: execution}}
      - {value: imprisonment, label: {ru: лишение свободы, kk: бас бостандығынан айыру, en: imprisonment}}
      - {value: exile, label: {ru: высылка, kk: жер аудару, en: exile}}
      - {value: confiscation, label: {ru: конфискация, kk: тәркілеу, en: confiscation}}
      - {value: repressed, label: {ru: репрессирован, kk: қуғын-сүргінге ұшыраған, en: repressed}}
columns:
  - {name: person, type: entity}
  - {name: measure, type: word, of: measure_kind}
  - {name: decided, type: text, label: {ru: Решено, kk: Шешілген, en: Decided}}
  - {name: carried_out, type: text, label: {ru: Исполнено, kk: Орындалған, en: Carried out}}
  - {name: body, type: text}
  - {name: organisation, type: entity, label: {ru: Организация, kk: Ұйым, en: Organisation}}
  - {name: articles, type: text}
  - {name: sentence, type: text}
  - {name: place, type: text}
  - {name: uprisings, type: entities}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 23
  contains:
    - {person_id: "uprisings_372:p027", measure: indictment, articles: "58-10, 58-11", organisation_id: "uprisings_372:organ.ogpu"}
    - {person_id: "uprisings_372:p009", measure: arrest, carried_out: 1930, decided: ""}
--- */
MATCH (person:Person)-[subject:SUBJECT_OF]->(measure:Measure)
WHERE $measure IS NULL OR measure.measure_kind IN $measure
CALL (person) {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
  WITH DISTINCT event ORDER BY event.id
  RETURN collect({id: event.id, kind: labels(event)[0], label: event.label}) AS uprisings
}
WITH person, subject, measure, uprisings
WHERE $uprising IS NULL OR EXISTS {
  MATCH (person)-[:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising
}
OPTIONAL MATCH (measure)-[:DECIDED_BY]->(organisation:Organisation)
WITH person, measure, uprisings, organisation, subject.claims AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, measure.measure_kind AS measure,
       measure.decided_text AS decided, measure.carried_out_text AS carried_out, measure.body AS body,
       CASE WHEN organisation IS NULL THEN null
            ELSE {id: organisation.id, kind: 'Organisation', label: organisation.label} END AS organisation,
       measure.articles AS articles, measure.sentence AS sentence, measure.place AS place, uprisings, sources, claims
ORDER BY measure, person.label, person.id, organisation.id, claims
