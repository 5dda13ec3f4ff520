"""Finding by any spelling: candidates by the engine's full text, rank and explanation by ``kb.names``.

find(store, "Жусупбек Аймаутов").hits[0]  ->  the person, how good, by which of the names, and why
"""

from kb.search.candidates import MOST, SEARCHED, find
from kb.search.hits import Answer, Hit
from kb.search.question import Question, read_question

__all__ = ["MOST", "SEARCHED", "Answer", "Hit", "Question", "find", "read_question"]
