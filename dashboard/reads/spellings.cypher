// By which source an entity of a kind is written so.
UNWIND $rows AS row
MATCH (entity:KIND {id: row.id})<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim)-[:CITES]->(source:Source)
WHERE claim.past IS NULL
  AND row.name IN [claim.name_ru, claim.name_kk, claim.name_latin, claim.name, claim.name_variants, claim.surname,
                   claim.name_en, claim.other_name, claim.old_name, claim.modern_name]
RETURN row.id AS id, min(source.id) AS source
