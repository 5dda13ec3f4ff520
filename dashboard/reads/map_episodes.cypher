MATCH (episode:Episode)-[:PART_OF]->(rising:Uprising)
WHERE $all OR rising.id IN $only
OPTIONAL MATCH (episode)-[:TOOK_PLACE_IN]->(place:Place)
RETURN rising.id AS rising, properties(episode) AS episode, place.id AS place
ORDER BY rising, episode.id, place
