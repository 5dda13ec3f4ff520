"""How two people are kin: the relation, its word in Russian, Kazakh and English, and the claims that it rests on."""

from kb.kinship.kin import FURTHEST, Kin, Relation, Rivals, kin
from kb.kinship.relation import Case, Link
from kb.kinship.table import Term, terms

__all__ = ["FURTHEST", "Case", "Kin", "Link", "Relation", "Rivals", "Term", "kin", "terms"]
