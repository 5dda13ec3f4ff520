"""Networks that others have measured and printed, as mappings for our loader."""

from __future__ import annotations

NODES = """
dataset: quakers
part: nodes
records:
  person: { kind: Person, hash: [Name] }
claims:
  - claim: person
    about: person
    values: { name_latin: Name, birth: Birthdate, death: Deathdate, occupation: Historical Significance }
ignored: { Gender: not needed here, ID: another base's }
"""
EDGES = """
dataset: {dataset}
part: edges
records:
  one: {{ kind: Person, hash: [Source], repeats: a row for each tie }}
  other: {{ kind: Person, hash: [Target], repeats: a row for each tie }}
claims:
  - {{ claim: association, about: one, to: other, values: {{ term: {{ text: knew }} }} }}
  - {{ claim: person, about: one, values: {{ name_latin: Source }} }}
  - {{ claim: person, about: other, values: {{ name_latin: Target }} }}
"""
