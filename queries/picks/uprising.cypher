MATCH (uprising:Uprising)
OPTIONAL MATCH (uprising)<-[part:TOOK_PART_IN]-(:Person)
RETURN uprising.id AS value, uprising.label AS label, count(part) AS count
ORDER BY label, value
