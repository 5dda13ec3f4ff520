/* ---
id: article_by_outcome
title:
  ru: Чем кончались дела по этой статье за восстания?
  kk: Көтеріліс үшін осы бап бойынша істер немен аяқталды?
  en: How did cases under this article over risings end?
help:
  ru: Обвиняемые по статье (59-3 – бандитизм – по умолчанию), сосчитанные по исходу их дела или мере. Статья ищется целиком в статьях дела, обвинения и меры; «58-10» не находит «58-1». Считаются люди дел о восстаниях и люди, обвинённые в восстании; без переключателя – только они.
  kk: Бап бойынша айыпталғандар (әдепкіде 59-3 – бандитизм), ісінің нәтижесі не шара бойынша саналған. Бап істің, айыптың және шараның баптарынан тұтас ізделеді; «58-10» «58-1»-ді таппайды. Көтеріліс туралы істердің адамдары мен көтеріліс үшін айыпталғандар саналады; ауыстырғышсыз – тек солар.
  en: The accused under an article (59-3, banditry, by default), counted by the outcome of their case or the measure. The article is looked for whole in the articles of case, charge and measure; "58-10" does not find "58-1". People of cases over risings and people accused over a rising are counted; without the switch only they.
params:
  - {name: article, type: text, default: "59-3", label: {ru: Статья, kk: Бап, en: Article}}
  - {name: any_case, type: boolean, default: false, label: {ru: И по делам не о восстаниях, kk: Көтеріліс туралы емес істер де, en: Also in cases not over risings}}
columns:
  - {name: outcome, type: text}
  - {name: measure, type: word, of: measure_kind}
  - {name: number, type: count}
  - {name: people, type: entities}
  - {name: cases, type: entities}
  - {name: uprisings, type: entities}
  - {name: claims, type: claims}
view: {bars: {label: outcome, value: number}}
example: {article: "58-10"}
expect:
  rows: 1
  contains:
    - {number: "4", cases_id: "uprisings_372:case.aqbasov"}
--- */
CALL () {
  MATCH (person:Person)-[tie:INVOLVED_IN]->(case:Case)
  WHERE 'accused' IN coalesce(tie.case_roles, ['accused'])
  UNWIND coalesce(tie.articles, []) + [coalesce(case.articles, '')] AS articles
  WITH person, tie, case, articles
  OPTIONAL MATCH (person)-[subject:SUBJECT_OF]->(measure:Measure)-[:UNDER]->(case)
  WHERE measure.measure_kind IN ['sentence', 'execution', 'imprisonment', 'exile', 'release']
  WITH person, tie, case, articles, subject, measure ORDER BY measure.id
  WITH person, tie, case, articles, head(collect(subject)) AS subject, head(collect(measure)) AS measure
  RETURN person, articles, case, coalesce(head(tie.outcomes), measure.sentence) AS outcome, measure.measure_kind AS measure,
         tie.claims + coalesce(subject.claims, []) AS claims
  UNION ALL
  MATCH (measure:Measure)<-[subject:SUBJECT_OF]-(person:Person)
  WHERE measure.articles IS NOT NULL AND measure.measure_kind IN ['sentence', 'execution', 'imprisonment', 'exile', 'release']
    AND NOT EXISTS { MATCH (measure)-[:UNDER]->(:Case) }
  RETURN person, measure.articles AS articles, null AS case, measure.sentence AS outcome, measure.measure_kind AS measure,
         subject.claims AS claims
}
WITH person, case, outcome, measure, claims,
     ' ' + replace(replace(replace(replace(replace(articles, ',', ' '), ';', ' '), '/', ' '), '(', ' '), ')', ' ') + ' ' AS articles
WHERE articles CONTAINS ' ' + $article + ' '
OPTIONAL MATCH (case)-[:CONCERNS]->(over:Uprising)
OPTIONAL MATCH (person)-[:ACCUSED_OVER|TOOK_PART_IN]->(event:Uprising)
WITH DISTINCT person, case, outcome, measure, claims, coalesce(over, event) AS uprising
WHERE uprising IS NOT NULL OR $any_case
WITH person, case, outcome, measure, claims, uprising ORDER BY person.label, person.id, case.id, uprising.id
WITH outcome, measure, collect(DISTINCT {id: person.id, kind: 'Person', label: person.label}) AS people, collect(DISTINCT case) AS cases,
     collect(DISTINCT uprising) AS uprisings, collect(DISTINCT claims) AS carried
RETURN outcome, measure, size(people) AS number, people, [case IN cases | {id: case.id, kind: 'Case', label: case.label}] AS cases,
       [uprising IN uprisings | {id: uprising.id, kind: 'Uprising', label: uprising.label}] AS uprisings, reduce(every = [], some IN carried | every + some) AS claims
ORDER BY number DESC, outcome, measure
