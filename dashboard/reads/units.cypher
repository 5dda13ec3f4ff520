// Archival units with the unit around each, and how many documents and claims are in each itself.
MATCH (unit:ArchivalUnit)
OPTIONAL MATCH (unit)-[:WITHIN]->(around:ArchivalUnit)
RETURN properties(unit) AS unit, around.id AS around,
       COUNT { (unit)<-[:HELD_IN|FILED_IN]-(:Source|Case) } AS documents,
       COUNT { (unit)<-[:HELD_IN]-(:Source)<-[:CITES]-(:Claim) } AS claims
ORDER BY unit.id
