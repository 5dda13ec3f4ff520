MATCH (case:Case)
RETURN case.id AS value, case.label AS label, COUNT { (case)<-[:INVOLVED_IN]-(:Person) } AS count
ORDER BY label, value
