"""How alike two prepared names are: words paired by sound and role, weighed, less what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from kb.names.alignment import closeness, costs
from kb.names.prepared import GIVEN, PATRONYMIC, SURNAME, Part, Prepared, Way
from kb.names.rules import NO_RULES, Rule

_jaro_winkler = JaroWinkler.similarity

LOOK = 0.76  # Jaro-Winkler of shapes under which two words are not looked at closely
LOOK_BONES = 0.9  # the same of their consonants; either is enough
MATCH = 0.74  # closeness from which two words are held to be spellings of one
_SAME_ELEMENT = 0.9  # closeness of words that are one only by the list of worn-down names
SHORT = 0.82  # closeness of a name and its short form
_PRIOR = 0.12  # one matching word is less than two
_MISSING = (0.25, 0.25, 0.1, 0.05)  # what a part costs that the other name does not have, of its weight
_CONFLICT = (0.5, 0.5, 0.6, 0.5)  # what is left of the score where the names have different words in one place
_CROSSED = 0.75  # the same where the places differ
_CLASH = 0.45  # the same where an initial contradicts
_CACHE_SIZE = 2_000_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words held to be one: how close they sound, and how far their roles let them be one."""

    left: Part
    right: Part
    close: float
    roles: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A comparison of two ways: the score and what it rests on."""

    score: float
    pairs: tuple[Pair, ...]
    initials: tuple[tuple[Part, Part], ...]
    left_over: tuple[tuple[Part, bool], ...]
    right_over: tuple[tuple[Part, bool], ...]


class Judge:
    """Compares prepared names by all rules but those of ``without``; remembers the words it has compared."""

    def __init__(self, without: frozenset[Rule] = NO_RULES) -> None:
        self.without = without
        self._costs = costs(without, unwritten=False)
        self._unwritten = self._costs if Rule.UNWRITTEN_VOWELS in without else costs(without, unwritten=True)
        self.strips = Rule.ENDINGS not in without
        self._elements = Rule.MUSLIM_NAMES not in without
        self._crossing = Rule.PATRONYMIC_SURNAME not in without
        self._seen: dict[tuple[str, str], float] = {}

    def similarity(self, one: Prepared, other: Prepared) -> float:
        """0 to 1; 0 where nothing matches."""
        if len(one.ways) == 1 and len(other.ways) == 1:
            return self._score(one.ways[0], other.ways[0])
        best = 0.0
        for left in one.ways:
            for right in other.ways:
                score = self._score(left, right)
                if score > best:
                    best = score
        return best

    def weigh(self, one: Prepared, other: Prepared) -> Weighed:
        """The best comparison, with what it rests on."""
        best = Weighed(0.0, (), (), (), ())
        for left in one.ways:
            for right in other.ways:
                pairs = self._pairs(left, right)
                weighed = self._weigh(left, right, pairs)
                if weighed.score > best.score or not best.pairs:
                    best = weighed
        return best

    def _score(self, left: Way, right: Way) -> float:
        pairs = self._pairs(left, right)
        return self._weigh(left, right, pairs).score if pairs else 0.0

    def close(self, left: Part, right: Part) -> float:
        """How alike two words sound, 0 to 1."""
        if not self.strips:
            return self._slowly(left.full, right.full, left.unwritten or right.unwritten)
        one, other = (left.key, right.key) if self._elements else (left.plain, right.plain)
        if one == other and not (self.without and left.stem != right.stem):
            if left.plain == right.plain:
                return 1.0
            return max(_SAME_ELEMENT, self._slowly(left.stem, right.stem, left.unwritten or right.unwritten))
        if self._elements and _two(left.known, right.known):
            return 0.0  # Қуандық, Қуаныш
        if self._elements and _two(left.second, right.second):
            return self._shortened(left, right)  # Темирбек, Темирхан
        if _jaro_winkler(left.shape, right.shape, score_cutoff=LOOK) == 0.0 and (
            not left.bones or _jaro_winkler(left.bones, right.bones, score_cutoff=LOOK_BONES) == 0.0
        ):
            return self._shortened(left, right)
        unwritten = left.unwritten or right.unwritten
        best = self._slowly(left.stem, right.stem, unwritten)
        if one is not left.plain or other is not right.plain:
            best = max(best, self._slowly(one, other, unwritten) + _SAME_ELEMENT - 1.0)
        return best if best >= MATCH else self._shortened(left, right)

    def _shortened(self, left: Part, right: Part) -> float:
        """Whether one given name is a short form of the other (Дінше, Дінмұхамед)."""
        if left.kind == right.kind == GIVEN and Rule.SHORT_FORMS not in self.without:
            if left.short and right.plain.startswith(left.short) and len(right.plain) > len(left.plain):
                return SHORT
            if right.short and left.plain.startswith(right.short) and len(left.plain) > len(right.plain):
                return SHORT
        return 0.0

    def _slowly(self, one: str, other: str, unwritten: bool) -> float:
        key = (one, other) if one < other else (other, one)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) > _CACHE_SIZE:
                self._seen.clear()
            found = self._seen[key] = closeness(one, other, self._unwritten if unwritten else self._costs)
        return found

    def _pairs(self, left: Way, right: Way) -> list[Pair]:
        found: list[tuple[float, int, int, float, float]] = []
        for i, one in enumerate(left.words):
            for j, other in enumerate(right.words):
                close = self.close(one, other)
                if close >= MATCH:
                    allowed = self._roles(one, other, left, right)
                    if allowed:
                        found.append((close * allowed, i, j, close, allowed))
        if not found:
            return []
        found.sort(reverse=True)
        lefts: set[int] = set()
        rights: set[int] = set()
        pairs: list[Pair] = []
        for _, i, j, close, allowed in found:
            if i not in lefts and j not in rights:
                lefts.add(i)
                rights.add(j)
                pairs.append(Pair(left.words[i], right.words[j], close, allowed))
        return pairs

    def _roles(self, one: Part, other: Part, left: Way, right: Way) -> float:
        """How far the roles of two words let them be one word: 1 freely, 0 not at all."""
        foreign = one.family != other.family and {one.family, other.family} - {"ov", ""}
        if foreign and (GIVEN not in (one.kind, other.kind) or len(left.words) > 1 or len(right.words) > 1):
            return 0.4
        if one.kind == other.kind:
            return 1.0 if one.role == other.role else 0.95
        if not self._crossing:
            return 0.0
        if one.kind > other.kind:
            one, other, left, right = other, one, right, left
        if one.kind == SURNAME and other.kind == GIVEN:
            if other.role == SURNAME:
                return 0.97
            return 0.0 if right.surname or right.patronymic else 0.9
        if one.kind == SURNAME:  # the other is a patronymic
            if not right.surname:
                return 0.95
            return 0.0 if left.patronymic else 0.55
        # a bare word and a patronymic
        if one.role == GIVEN and (left.surname or len(left.words) == 1):
            return 0.0
        return 0.93

    def _weigh(self, left: Way, right: Way, pairs: Sequence[Pair]) -> Weighed:
        gained = weight = 0.0
        for pair in pairs:
            worth = (pair.left.weight + pair.right.weight) / 2
            gained += worth * _quality(pair.close) * pair.roles
            weight += worth
        left_over = [part for part in left.words if all(pair.left is not part for pair in pairs)]
        right_over = [part for part in right.words if all(pair.right is not part for pair in pairs)]
        agreed, left_over, right_over, clashes = self._initials(left, right, left_over, right_over)
        gained += 0.25 * len(agreed)
        weight += 0.25 * len(agreed)
        missing_left = _conflicts(left_over, right_over)
        missing_right = _conflicts(right_over, left_over)
        lost = sum(part.weight * _MISSING[part.role] for part in (*left_over, *right_over))
        score = gained / (weight + lost + _PRIOR) if weight else 0.0
        score *= _CLASH**clashes * _against(left_over, right_over)
        return Weighed(score, tuple(pairs), tuple(agreed), missing_left, missing_right)

    def _initials(
        self, left: Way, right: Way, left_over: list[Part], right_over: list[Part]
    ) -> tuple[list[tuple[Part, Part]], list[Part], list[Part], int]:
        """Initials that agree with a word or an initial of the other name; what is left; how many contradict."""
        if (not left.initials and not right.initials) or Rule.INITIALS in self.without:
            return [], left_over, right_over, 0
        ours = [*left.initials, *_stand_for(left_over)] if right.initials else list(left.initials)
        theirs = [*right.initials, *_stand_for(right_over)] if left.initials else list(right.initials)
        agreed: list[tuple[Part, Part]] = []
        clashes = 0
        for place in (GIVEN, PATRONYMIC):
            one = _at(left.initials, left_over, place)
            other = _at(right.initials, right_over, place)
            if one is None or other is None or (one.kind != 3 and other.kind != 3):
                continue
            if one.firsts & other.firsts:
                agreed.append((one, other))
            else:
                clashes += 1
        used = {id(part) for pair in agreed for part in pair}
        del ours, theirs
        return (
            agreed,
            [part for part in left_over if id(part) not in used],
            [part for part in right_over if id(part) not in used],
            clashes,
        )


def _two(one: str, other: str) -> bool:
    return one != other and one != "" and other != ""


def _stand_for(words: Sequence[Part]) -> list[Part]:
    return [part for part in words if part.role != SURNAME]


def _at(initials: Sequence[Part], words: Sequence[Part], place: int) -> Part | None:
    """The initial or the word that stands at a place: the given name, the patronymic."""
    if initials:
        at = place - GIVEN
        return initials[at] if at < len(initials) else None
    return next((part for part in words if part.role == place), None)


def _quality(close: float) -> float:
    """What a pair is worth by how close it sounds: regular spellings are worth all, a doubtful likeness little."""
    if close >= 0.96:
        return 1.0
    if close >= 0.88:
        return 0.8 + (close - 0.88) * 2.5
    return max(0.0, 0.25 + (close - 0.74) * 3.93)


def _against(left: Sequence[Part], right: Sequence[Part]) -> float:
    """What is left of a score when both names have words that found no partner."""
    if not left or not right:
        return 1.0
    theirs = [part.role for part in right]
    factor, crossed = 1.0, 0
    for part in left:
        if part.role in theirs:
            theirs.remove(part.role)
            factor *= _CONFLICT[part.role]
        else:
            crossed += 1
    return factor * _CROSSED ** min(crossed, len(theirs))


def _conflicts(over: Sequence[Part], others: Sequence[Part]) -> tuple[tuple[Part, bool], ...]:
    """Words that found no partner, and whether the other name has another word in their place."""
    roles = {part.role for part in others}
    return tuple((part, part.role in roles) for part in over)
