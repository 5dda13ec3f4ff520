MATCH (organisation:Organisation)
RETURN organisation.id AS value, organisation.label AS label,
       COUNT { (organisation)<-[:MEMBER_OF|DECIDED_BY]-(:Person|Measure|Review) } AS count
ORDER BY label, value
