// Judgements on any of these records that nobody has replaced or taken back, with the entity at the other end.
MATCH (judgement:Judgement)
WHERE (judgement.a IN $records OR judgement.b IN $records) AND judgement.verdict IN ['same', 'different', 'unsure']
  AND NOT EXISTS { MATCH (later:Judgement) WHERE later.replaces = judgement.id }
WITH judgement, CASE WHEN judgement.a IN $records THEN judgement.b ELSE judgement.a END AS far
OPTIONAL MATCH (record:Record {id: far})-[:IS]->(other)
RETURN properties(judgement) AS judgement, far, labels(other) AS kinds, properties(other) AS other
ORDER BY judgement.at, judgement.id
