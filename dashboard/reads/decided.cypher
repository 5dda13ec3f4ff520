// Judgements on whether two persons are one that nobody has replaced or taken back.
MATCH (:Person {id: $one})<-[:IS]-(here:Record), (:Person {id: $other})<-[:IS]-(there:Record)
MATCH (judgement:Judgement)
WHERE judgement.verdict IN ['same', 'different', 'unsure']
  AND ((judgement.a = here.id AND judgement.b = there.id) OR (judgement.a = there.id AND judgement.b = here.id))
  AND NOT EXISTS { MATCH (later:Judgement) WHERE later.replaces = judgement.id }
RETURN properties(judgement) AS judgement
ORDER BY judgement.at, judgement.id
