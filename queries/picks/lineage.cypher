MATCH (lineage:Lineage)<-[:MEMBER_OF]-(person:Person)
RETURN lineage.id AS value, lineage.label AS label, count(person) AS count
ORDER BY label, value
