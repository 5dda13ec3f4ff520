MATCH (source:Source)
RETURN source.id AS value, source.label AS label, COUNT { (source)<-[:CITES]-(:Claim) } AS count
ORDER BY label, value
