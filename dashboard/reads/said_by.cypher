// The claims that a source says.
MATCH (:Source {id: $id})<-[:CITES]-(claim:Claim)
WHERE claim.past IS NULL
RETURN claim.id AS id
