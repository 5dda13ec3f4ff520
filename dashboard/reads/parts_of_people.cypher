// In which risings people took part or were accused, and as what.
UNWIND $ids AS wanted
MATCH (person:Person {id: wanted})-[part:TOOK_PART_IN|ACCUSED_OVER]->(event:Uprising|Episode)
RETURN person.id AS person, type(part) AS tie, coalesce(part.roles, []) AS roles, properties(event) AS event
ORDER BY person, event.label
