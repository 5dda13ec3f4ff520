// Every entity of a kind with what it is called.
MATCH (entity:KIND)
RETURN properties(entity) AS entity
ORDER BY entity.id
