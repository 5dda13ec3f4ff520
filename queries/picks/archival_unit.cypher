MATCH (unit:ArchivalUnit)
RETURN unit.id AS value, unit.label AS label, COUNT { (unit)<-[:HELD_IN|FILED_IN]-(:Source|Case) } AS count
ORDER BY label, value
