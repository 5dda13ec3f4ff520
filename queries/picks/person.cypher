MATCH (person:Person)
OPTIONAL MATCH (person)-[part:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising|Episode)
RETURN person.id AS value, person.label AS label, count(part) AS count
ORDER BY label, value
