// Sources with where they are held and how many claims rest on each.
UNWIND $ids AS wanted
MATCH (source:Source {id: wanted})
OPTIONAL MATCH (source)-[:HELD_IN]->(unit:ArchivalUnit)
WITH source, collect(DISTINCT unit.label) AS archival
RETURN properties(source) AS source, archival, COUNT { (source)<-[:CITES]-(:Claim) } AS resting
