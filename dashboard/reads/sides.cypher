// The sides of people.
UNWIND $ids AS wanted
MATCH (person:Person {id: wanted})
RETURN person.id AS id, person.side AS side
