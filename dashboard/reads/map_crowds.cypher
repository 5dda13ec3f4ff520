MATCH (:Person)-[tie:BORN_IN|DIED_IN|LIVED_IN]->(place:Place)
RETURN place.id AS place, type(tie) AS what, tie.earliest AS earliest, tie.latest AS latest, count(*) AS people
ORDER BY place, what, earliest, latest
