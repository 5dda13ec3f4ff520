MATCH (place:Place)
RETURN place.id AS value, place.label AS label,
       COUNT { (place)<-[:TOOK_PLACE_IN|BORN_IN|DIED_IN|LIVED_IN]-(:Uprising|Episode|Measure|Person) } AS count
ORDER BY label, value
