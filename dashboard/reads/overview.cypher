// How much there is: people by side in risings that count, risings, documents with a file number, claims and sources.
CALL () {
  MATCH (person:Person)-[part:TOOK_PART_IN]->(event:Uprising|Episode)
  WHERE part.side = 'insurgent'
  RETURN count(DISTINCT person) AS insurgents
}
CALL () {
  MATCH (person:Person)-[:ACCUSED_OVER]->(:Uprising|Episode)
  WHERE NOT EXISTS { MATCH (person)-[:TOOK_PART_IN]->(:Uprising|Episode) }
  RETURN count(DISTINCT person) AS accused
}
CALL () {
  MATCH (event:Uprising)
  RETURN count(CASE WHEN event.counted THEN 1 END) AS risings, count(event) AS described
}
CALL () {
  MATCH (source:Source)-[:HELD_IN]->(unit:ArchivalUnit)
  RETURN count(DISTINCT source) AS documents, count(DISTINCT CASE WHEN unit.unit_level = 'delo' THEN source END) AS filed
}
CALL () {
  MATCH (claim:Claim)
  WHERE claim.past IS NULL
  RETURN count(claim) AS claims
}
CALL () {
  MATCH (source:Source)
  WHERE EXISTS { MATCH (source)<-[:CITES]-(:Claim) }
  RETURN count(source) AS sources
}
RETURN insurgents, accused, risings, described, documents, filed, claims, sources
