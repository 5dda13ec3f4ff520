MATCH (person:Person)-[tie:BORN_IN|DIED_IN|LIVED_IN]->(place:Place)
WHERE $all OR person.id IN $only
RETURN person.id AS person, type(tie) AS what, place.id AS place, tie.earliest AS earliest, tie.latest AS latest
ORDER BY person, what, place
