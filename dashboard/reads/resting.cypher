// What rests on a source: each claim with whom or what it is about.
MATCH (source:Source {id: $id})<-[:CITES]-(claim:Claim)-[:ABOUT]->(:Record)-[:IS]->(entity)
WHERE claim.past IS NULL
OPTIONAL MATCH (claim)-[:TO]->(:Record)-[:IS]->(other)
RETURN properties(claim) AS claim, labels(entity) AS kinds, properties(entity) AS entity,
       labels(other) AS other_kinds, properties(other) AS other
ORDER BY entity.label, entity.id, claim.kind, claim.id
