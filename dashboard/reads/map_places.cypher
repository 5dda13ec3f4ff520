MATCH (place:Place)
WHERE place.id IN $ids
RETURN properties(place) AS place
ORDER BY place.id
