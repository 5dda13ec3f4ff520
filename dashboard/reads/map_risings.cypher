MATCH (rising:Uprising)
WHERE $all OR rising.id IN $only
OPTIONAL MATCH (:Claim)-[reading:READ_AS]->(rising)
WHERE reading.property IN ['start', 'end', 'dates', 'participants']
WITH rising, reading.property = 'participants' AS size, reading
RETURN properties(rising) AS rising,
       count(CASE WHEN size THEN 1 END) AS readings,
       min(CASE WHEN NOT size THEN reading.earliest END) AS earliest,
       max(CASE WHEN NOT size THEN reading.latest END) AS latest
ORDER BY rising.id
