// How entities of a kind are printed: labels in the languages that there are, and the side of a person.
UNWIND $ids AS wanted
MATCH (entity:KIND {id: wanted})
RETURN entity.id AS id, entity.label AS label, entity.label_ru AS label_ru, entity.label_kk AS label_kk,
       entity.label_en AS label_en, entity.side AS side
