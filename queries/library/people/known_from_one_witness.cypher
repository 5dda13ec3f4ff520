/* ---
id: known_from_one_witness
title:
  ru: Кого знает только один свидетель?
  kk: Кімді тек бір куә біледі?
  en: Who is known from one witness only?
help:
  ru: Свидетель – источник вместе с теми, что списаны с него или составляют с ним одно целое. Два независимо звучащих текста ещё не проверены на независимость.
  kk: Куә – дереккөз және одан көшірілгендер не онымен бір бүтінді құрайтындар. Тәуелсіз көрінетін екі мәтіннің тәуелсіздігі әлі тексерілмеген.
  en: A witness is a source together with those derived from it or part of one whole with it. That two texts look independent does not mean that anybody has checked it.
params:
  - name: scope
    type: choice
    default: in_scope
    choices:
      - {value: in_scope, label: {ru: люди восстаний, kk: көтеріліс адамдары, en: people of the risings}}
      - {value: context, label: {ru: люди вокруг, kk: айналадағы адамдар, en: people of the context}}
columns:
  - {name: person, type: entity}
  - {name: witness, type: entity}
  - {name: kind, type: word, of: source_kind, label: {ru: Вид источника, kk: Дереккөз түрі, en: Kind of source}}
  - {name: texts, type: count, label: {ru: Текстов, kk: Мәтін саны, en: Texts}}
  - {name: claims, type: claims}
example: {}
expect:
  at_least: 80
  contains:
    - {person_id: "uprisings_372:p031", witness_id: "uprisings_372:s065", texts: 1}
--- */
MATCH (person:Person)<-[:IS]-(:Record)<-[:ABOUT|TO]-(claim:Claim)-[:CITES]->(source:Source)
WHERE claim.past IS NULL AND ($scope IS NULL OR person.scope = $scope)
WITH person, source.id AS source, claim.id AS claim
ORDER BY source, claim
WITH person, collect(DISTINCT source) AS texts, collect(DISTINCT claim) AS claims
WITH collect({person: person, texts: texts, claims: claims}) AS everyone
// Which texts are one witness: from every text up to what it depends on, then twice the least name among those that
// share a text. A text that is in no such group is a witness by itself.
CALL () {
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
  WITH text.id AS text, min(least) AS witness
  RETURN collect({text: text, witness: witness}) AS groups
}
UNWIND everyone AS one
WITH one.person AS person, one.texts AS texts, one.claims AS claims,
     CASE WHEN size(one.texts) = 1 THEN one.texts
          ELSE [text IN one.texts | coalesce(head([each IN groups WHERE each.text = text | each.witness]), text)]
     END AS witnesses
WHERE size([witness IN witnesses WHERE witness <> witnesses[0]]) = 0
MATCH (source:Source {id: texts[0]})
RETURN {id: person.id, kind: 'Person', label: person.label} AS person,
       {id: source.id, kind: 'Source', label: source.label} AS witness, source.source_kind AS kind,
       size(texts) AS texts, claims
ORDER BY source.label, source.id, person.label, person.id
