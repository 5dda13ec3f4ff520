// What is said of totals for the whole republic: sizes and statements, each claim once.
MATCH (total:Uprising)<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)
WHERE total.scope = 'aggregate' AND claim.past IS NULL AND (claim.participants IS NOT NULL OR claim.kind = 'statement')
RETURN claim.id AS claim, coalesce(claim.property, 'participants') AS property,
       coalesce(claim.value, claim.participants) AS value, total.id AS total
ORDER BY property, claim
