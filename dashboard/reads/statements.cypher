// What is said of an entity under words that the schema has no property for.
MATCH (entity:KIND {id: $id})<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
WHERE claim.kind = 'statement' AND claim.past IS NULL AND NOT claim.property IN $known
  AND NOT EXISTS { MATCH (later:Claim) WHERE later.kind = 'withdrawal' AND later.withdraws = claim.id }
RETURN claim.id AS claim, claim.property AS property, claim.value AS value
ORDER BY property, claim
