MATCH (person:Person)-[:SUBJECT_OF]->(measure:Measure)
WHERE $all OR person.id IN $only
OPTIONAL MATCH (measure)-[:TOOK_PLACE_IN]->(place:Place)
RETURN person.id AS person, properties(measure) AS measure, place.id AS place
ORDER BY person, measure.id, place
