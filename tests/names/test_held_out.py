"""How names written by the rules of each time and alphabet are judged: F1, and nothing certain that is false."""

from __future__ import annotations

from kb.names import compare
from tests.names.held_out import different, same_person


def test_spellings_of_one_person_and_names_of_two_are_told_apart() -> None:
    found = [compare(one, other).same for one, other in same_person()]
    wrong = [(one, other) for one, other in different() if compare(one, other).same]
    right = sum(found)
    precision, recall = right / (right + len(wrong)), right / len(found)
    assert 2 * precision * recall / (precision + recall) >= 0.97, wrong


def test_names_of_two_people_are_never_held_to_be_surely_one() -> None:
    assert [(one, other) for one, other in different() if compare(one, other).score >= 0.85] == []


def test_every_score_has_its_reasons() -> None:
    for one, other in [*same_person(), *different()]:
        match = compare(one, other)
        assert match.why
        assert compare(other, one).score == match.score
