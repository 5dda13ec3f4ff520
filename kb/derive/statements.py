"""Writing statements of the schema. Each takes ``$rows``; every name in them comes from the declaration, never
from data.
"""

from __future__ import annotations

from functools import cache

CREATE_RECORDS = "UNWIND $rows AS row CREATE (r:Record) SET r = row"
MERGE_RECORDS = "UNWIND $rows AS row MERGE (r:Record {id: row.id}) SET r = row"
CREATE_CLAIMS = "UNWIND $rows AS row MATCH (r:Record {id: row.about}) CREATE (c:Claim)-[:ABOUT]->(r) SET c = row"
CLAIM_TO = "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}), (r:Record {id: row.to}) CREATE (c)-[:TO]->(r)"
CLAIM_CITES = (
    "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}), (s:Source {id: row.source}) CREATE (c)-[:CITES]->(s)"
)
BROUGHT = (
    "UNWIND $rows AS row MATCH (b:Batch {id: row.batch}), (c:Claim {id: row.claim}) "
    "CREATE (b)-[:BROUGHT {row: row.row, at: row.at}]->(c)"
)
MERGE_SOURCES = "UNWIND $rows AS row MERGE (:Source {id: row.id})"
DELETE_IS = "UNWIND $rows AS row MATCH (r:Record {id: row.record})-[i:IS]->() DELETE i"
#: Claims that come back into force cite their sources again, whatever became of those meanwhile.
CITES_AGAIN = "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}), (s:Source {id: row.source}) MERGE (c)-[:CITES]->(s)"
#: Rows ``{record, was, id, stay}``: claims that cite a record whose source is another one now.
CITES_LINK = (
    "UNWIND $rows AS row MATCH (c:Claim)-[:CITES]->(:Source {id: row.was}), (new:Source {id: row.id}) "
    "WHERE row.record IN c.cites MERGE (c)-[:CITES]->(new)"
)
#: The same rows: the old link goes unless the claim cites another record that still is the old source.
CITES_UNLINK = (
    "UNWIND $rows AS row MATCH (c:Claim)-[old:CITES]->(:Source {id: row.was}) "
    "WHERE row.record IN c.cites AND none(other IN c.cites WHERE other IN row.stay) DELETE old"
)

#: Rows ``{claim, batch}``, from the claim's side: a batch may have brought hundreds of thousands.
DELETE_BROUGHT = (
    "UNWIND $rows AS row MATCH (c:Claim {id: row.claim})<-[b:BROUGHT]-(batch:Batch) WHERE batch.id = row.batch DELETE b"
)
DELETE_CLAIMS = "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) DETACH DELETE c"
#: Rows ``{id}``: records that are nothing's record any more and that no claim is about or leads to. What a judgement
#: names is always some entity's record.
DELETE_BARE_RECORDS = (
    "UNWIND $rows AS row MATCH (r:Record {id: row.id}) WHERE NOT EXISTS { MATCH (r)-[:IS]->() } "
    "AND NOT EXISTS { MATCH (r)<-[:ABOUT]-(:Claim) } AND NOT EXISTS { MATCH (r)<-[:TO]-(:Claim) } DETACH DELETE r"
)


@cache
def create_entities(kind: str) -> str:
    """Rows ``{props}``: new entities of ``kind``."""
    return f"UNWIND $rows AS row CREATE (n:{kind}) SET n = row.props"


@cache
def put_entities(kind: str) -> str:
    """Rows ``{id, props}``: entities of ``kind`` with exactly these properties, there before or not."""
    return f"UNWIND $rows AS row MERGE (n:{kind} {{id: row.id}}) SET n = row.props"


@cache
def delete_entities(kind: str) -> str:
    """Rows ``{id}``."""
    return f"UNWIND $rows AS row MATCH (n:{kind} {{id: row.id}}) DETACH DELETE n"


@cache
def create_ties(tie: str, source: str, target: str) -> str:
    """Rows ``{a, b, props}``."""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}), (b:{target} {{id: row.b}}) "
        f"CREATE (a)-[t:{tie}]->(b) SET t = row.props"
    )


@cache
def change_ties(tie: str, source: str, target: str) -> str:
    """Rows ``{a, b, props}``: ties that exist get exactly these properties."""
    return f"UNWIND $rows AS row MATCH (:{source} {{id: row.a}})-[t:{tie}]->(:{target} {{id: row.b}}) SET t = row.props"


@cache
def delete_ties(tie: str, source: str, target: str) -> str:
    """Rows ``{a, b}``."""
    return f"UNWIND $rows AS row MATCH (:{source} {{id: row.a}})-[t:{tie}]->(:{target} {{id: row.b}}) DELETE t"


@cache
def create_is(kind: str) -> str:
    """Rows ``{record, id}``: the entity that a record is."""
    return f"UNWIND $rows AS row MATCH (r:Record {{id: row.record}}), (n:{kind} {{id: row.id}}) CREATE (r)-[:IS]->(n)"


@cache
def create_readings(kind: str) -> str:
    """Rows ``{claim, id, props}``."""
    return (
        f"UNWIND $rows AS row MATCH (c:Claim {{id: row.claim}}), (n:{kind} {{id: row.id}}) "
        "CREATE (c)-[t:READ_AS]->(n) SET t = row.props"
    )


@cache
def delete_readings(kind: str) -> str:
    """Rows ``{claim, id, property}``."""
    return (
        f"UNWIND $rows AS row MATCH (:Claim {{id: row.claim}})-[t:READ_AS]->(:{kind} {{id: row.id}}) "
        "WHERE t.property = row.property DELETE t"
    )
