/* ---
id: leaders_by_standing
title:
  ru: Кто из руководителей был духовным лицом, бием, учителем или бывшим офицером?
  kk: Басшылардың қайсысы дін қызметкері, би, мұғалім не бұрынғы офицер болған?
  en: Which leaders were clergy, biys, teachers or former officers?
help:
  ru: Слово ищется в занятии и титуле, как их пишут источники; слова одного лишь следствия сюда не входят. Свои слова можно добавить – по-русски, по-казахски или по-английски.
  kk: Сөз дереккөздер жазған кәсіп пен атақтан ізделеді; тек тергеу айтқан сөз кірмейді. Өз сөзіңізді қосуға болады – орысша, қазақша не ағылшынша.
  en: The word is looked for in occupation and title as sources write them; words of the investigation alone are not there. Words of your own can be added, in Russian, Kazakh or English.
params:
  - name: standing
    type: choice
    many: true
    label: {ru: Кто, kk: Кім, en: Who}
    choices:
      - {value: clergy, label: {ru: духовное лицо, kk: дін қызметкері, en: clergy}}
      - {value: biy, label: {ru: бий или волостной, kk: би не болыс, en: biy or volost head}}
      - {value: teacher, label: {ru: учитель, kk: мұғалім, en: teacher}}
      - {value: officer, label: {ru: бывший офицер, kk: бұрынғы офицер, en: former officer}}
  - {name: word, type: text, label: {ru: Или это слово, kk: Не мына сөз, en: Or this word}}
  - {name: uprising, type: uprising}
columns:
  - {name: person, type: entity}
  - {name: standing, type: word, of: standing, label: {ru: Кто, kk: Кім, en: Who}}
  - {name: written, type: texts, label: {ru: Как в источниках, kk: Дереккөздердегідей, en: As sources write it}}
  - {name: uprising, type: entity}
  - {name: roles, type: words, of: role}
  - {name: sources, type: sources}
  - {name: claims, type: claims}
example: {}
expect:
  rows: 3
  contains:
    - {person_id: "uprisings_372:p012", standing: clergy, uprising_id: "uprisings_372:u006"}
--- */
MATCH (person:Person)-[part:TOOK_PART_IN]->(event:Uprising|Episode)
WHERE any(role IN part.roles WHERE role IN ['khan', 'commander', 'sardarbek', 'sardar', 'vizier', 'council_member',
      'leader', 'organiser', 'cleric_leader', 'group_head', 'deputy_khan', 'vizier_or_judge'])
  AND ($uprising IS NULL OR EXISTS { MATCH (event)-[:PART_OF*0..2]->(whole:Uprising) WHERE whole.id = $uprising })
WITH person, part, event, coalesce(person.occupation, []) + coalesce(person.title, []) AS written
UNWIND [
  {standing: 'clergy', words: ['духовн', 'мулла', 'ишан', 'имам', 'хазрет', 'ахун', 'священник', 'дін басы', 'молда',
                               'ишан', 'хазірет', 'cleric', 'mullah', 'mulla', 'imam', 'ishan', 'priest']},
  {standing: 'biy', words: ['бий', 'волостной', 'аксакал', 'болыс', 'ақсақал', 'biy', 'volost head', 'aksakal']},
  {standing: 'teacher', words: ['учител', 'преподаватель', 'мұғалім', 'ұстаз', 'teacher']},
  {standing: 'officer', words: ['офицер', 'есаул', 'хорунжий', 'сотник', 'поручик', 'прапорщик', 'штабс', 'officer']},
  {standing: 'other', words: CASE WHEN $word IS NULL THEN [] ELSE [toLower($word)] END}
] AS sort
WITH person, part, event, sort.standing AS standing,
     [said IN written WHERE any(word IN sort.words WHERE toLower(said) CONTAINS word)] AS written
WHERE size(written) > 0 AND (($standing IS NULL AND $word IS NULL) OR standing IN coalesce($standing, []) OR standing = 'other')
CALL (person, written) {
  MATCH (person)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
  WHERE claim.past IS NULL AND (claim.occupation IN written OR claim.title IN written OR claim.value IN written)
  WITH claim ORDER BY claim.id
  RETURN collect(claim.id) AS saying
}
WITH person, part, event, standing, written, part.claims + saying AS claims
CALL (claims) {
  UNWIND claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
  WITH DISTINCT source.id AS id, source.label AS label, claim.locator AS locator
  ORDER BY id, locator
  RETURN collect({id: id, label: label, locator: locator}) AS sources
}
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, standing, written,
       {id: event.id, kind: labels(event)[0], label: event.label} AS uprising, part.roles AS roles, sources, claims
ORDER BY standing, person.label, person.id, event.id
