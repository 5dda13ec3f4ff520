// Birth and death of people, as written in EDTF, and the days in which the birth must lie.
UNWIND $ids AS wanted
MATCH (person:Person {id: wanted})
RETURN person.id AS id, person.birth AS birth, person.death AS death,
       person.birth_earliest AS earliest, person.birth_latest AS latest
