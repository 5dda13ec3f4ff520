MATCH (:Person)-[:SUBJECT_OF]->(measure:Measure)
OPTIONAL MATCH (measure)-[:TOOK_PLACE_IN]->(place:Place)
RETURN place.id AS place, measure.measure_kind AS kind,
       measure.carried_out_earliest AS carried_out_earliest, measure.carried_out_latest AS carried_out_latest,
       measure.decided_earliest AS decided_earliest, measure.decided_latest AS decided_latest, count(*) AS people
ORDER BY place, kind, carried_out_earliest, decided_earliest
