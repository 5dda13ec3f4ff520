MATCH (:Person)-[tie:TOOK_PART_IN|ACCUSED_OVER]->(rising:Uprising)
WHERE $all OR rising.id IN $only
RETURN rising.id AS rising, type(tie) AS what, tie.earliest AS earliest, tie.latest AS latest, count(*) AS people
ORDER BY rising, what, earliest, latest
