MATCH (person:Person)-[tie:TOOK_PART_IN|ACCUSED_OVER]->(rising:Uprising)
WHERE $all OR rising.id IN $only OR person.id IN $only
RETURN person.id AS person, type(tie) AS what, rising.id AS rising, tie.earliest AS earliest, tie.latest AS latest
ORDER BY person, rising, what
