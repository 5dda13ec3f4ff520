// Everything that is shown of claims as evidence: each claim once for each source that says it.
UNWIND $claims AS wanted
MATCH (claim:Claim {id: wanted})
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
RETURN claim.id AS claim, claim.kind AS kind, claim.locator AS locator, claim.quote AS quote, claim.access AS access,
       claim.voice AS voice, claim.stance AS stance, claim.certainty AS certainty, claim.why AS why,
       source.id AS source
ORDER BY claim, source
