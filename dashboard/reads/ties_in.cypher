// Ties into an entity.
MATCH (entity:KIND {id: $id})<-[tie]-(other)
WHERE type(tie) IN $types
RETURN type(tie) AS type, properties(tie) AS tie, labels(other) AS kinds, properties(other) AS other
ORDER BY type, other.label, other.id
