"""The declared schema, its vocabularies, and the two things people say: claims and judgements."""

from kb.model.claim import Claim, make_claim
from kb.model.judgement import Judgement, make_judgement
from kb.model.schema import SCHEMA, Kind, Property, Schema, Shape, TieKind
from kb.model.vocabulary import Term, Vocabulary

__all__ = [
    "SCHEMA",
    "Claim",
    "Judgement",
    "Kind",
    "Property",
    "Schema",
    "Shape",
    "Term",
    "TieKind",
    "Vocabulary",
    "make_claim",
    "make_judgement",
]
