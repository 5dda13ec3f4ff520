MATCH (rising:Uprising)-[tie:TOOK_PLACE_IN]->(place:Place)
WHERE $all OR rising.id IN $only
RETURN rising.id AS rising, place.id AS place, tie.sources AS sources
ORDER BY rising, place
