// What a picture says of entities of a kind: how they are printed, their size, their time, their place.
UNWIND $ids AS wanted
MATCH (entity:KIND {id: wanted})
RETURN entity.id AS id, entity.label AS label, entity.label_ru AS label_ru, entity.label_kk AS label_kk,
       entity.label_en AS label_en, entity.side AS side, entity.sources AS sources, entity.claims AS claims,
       entity.participants_least AS least, entity.participants_greatest AS greatest,
       entity.start_earliest AS earliest, entity.start AS start, entity.dates AS dates,
       entity.end_latest AS latest, entity.latitude AS latitude, entity.longitude AS longitude,
       entity.birth AS birth
