"""What each kind of section says."""

from __future__ import annotations

import re
from collections.abc import Callable

from kb.entries.articles import find_articles
from kb.entries.fields import Fields
from kb.entries.patterns import begins, date, ground_start, inside, organ, punishment, whole
from kb.entries.sections import Piece, Section, first_sentence, pieces

_NAME_WORDS = 7
_TO_SENTENCE = re.compile(r"(?<!\w)(?:к|на)\s(?=\S)", re.IGNORECASE)
_NEW_STORY = re.compile(r"\.\s(?=(?:В|С|До|После|На момент|Ранее|Был[а]?)\s(?:[а-я]+\s)?\d{4})")
_LIVED = re.compile(r"([^()\d]+?)\s?\((\d{4})\s?[–—-]\s?\d{4}\)")
_LISTED = ("nationality", "party", "education")


def _listed_kind(piece: str) -> str:
    return next((kind for kind in _LISTED if whole(kind).fullmatch(piece)), "")


def _list(fields: Fields, found: list[Piece], *, place: bool) -> None:
    """Birthplace, nationality, party, schooling, occupation in their usual order; ``place``: a place may come first."""
    kinds = [_listed_kind(piece.text) for piece in found]
    known = [index for index, kind in enumerate(kinds) if kind]
    first = next((index for index in known if kinds[index] == "nationality"), known[0] if known else len(found))
    places = 0
    if place:
        while places < first and (bool(known) or _is_place(found[places], first=places == 0)):
            if whole("social").fullmatch(found[places].text):
                break
            places += 1
        if places:
            fields.put("birthplace", found[0].start, found[places - 1].end)
    occupation: list[Piece] = []
    party = last = -1
    for index in range(places, len(found)):
        piece, kind = found[index], kinds[index]
        if kind and kind not in fields.records[0] and not (kind == "party" and party >= 0):
            fields.put(kind, piece.start, piece.end)
            party = index if kind == "party" else party
        elif party == index - 1 and party >= 0 and (kind == "party" or whole("party", "more").fullmatch(piece.text)):
            fields.spans["party"] = (fields.spans["party"][0], piece.end)
            fields.records[0]["party"] = fields.text[slice(*fields.spans["party"])]
            fields.explained.append((piece.start, piece.end))
            party = index
        elif place and not occupation and _is_named_place(piece):
            fields.put("birthplace", piece.start, piece.end)
        elif whole("social").fullmatch(piece.text):
            last = index if last == index - 1 else last
        elif not occupation or last == index - 1:
            occupation.append(piece)
            last = index
    if occupation and "occupation" not in fields.records[0]:
        fields.put("occupation", occupation[0].start, occupation[-1].end)


def _is_place(piece: Piece, *, first: bool) -> bool:
    """A capital or a word for a place begins it; a lower-case word is an occupation."""
    return bool(begins("place").match(piece.text)) or piece.text[:1].isupper()


def _is_named_place(piece: Piece) -> bool:
    """A word for a place begins it, or a name with such a word: «Уильский район», but not «товаровед р-на»."""
    named = piece.text[:1].isupper() and inside("place").match(piece.text)
    return bool(named or (begins("place").match(piece.text) and not piece.text.startswith(("завод", "рудник"))))


def _head(fields: Fields, section: Section) -> None:
    """What stands before all: the name, or the whole list of an entry without the word «родился»."""
    found = pieces(fields.text, section.start, section.end)
    if not found:
        return
    name = found[0]
    named = name.text[0].isupper() and not _listed_kind(name.text) and len(name.text.split()) <= _NAME_WORDS
    lived = _LIVED.fullmatch(name.text)
    if lived:  # «Абдолданов Қали (1888–1930)»
        fields.put("name", name.start, name.start + lived.end(1))
        fields.put_date("birth", name.start + lived.start(2), name.end)
        found = found[1:]
    elif named and not re.search(r"\d", name.text):
        fields.put("name", name.start, name.end)
        bracket = re.search(r"\(([^()]+)\)", name.text)
        if bracket:
            variants = tuple(part.strip() for part in re.split(r"[,;]", bracket[1]))
            fields.put("name_variants", name.start + bracket.start(1), name.start + bracket.end(1), variants)
        found = found[1:]
    if found and (said := fields.put_date("birth", found[0].start, found[0].end)):
        rest = pieces(fields.text, said[1], found[0].end)
        found = [*(piece for piece in rest if re.search(r"[^\W\d_]{3}", piece.text)), *found[1:]]
    _list(fields, found, place="birth" in fields.records[0])


def _birth(fields: Fields, section: Section) -> None:
    start = section.start
    said = fields.put_date("birth", start, first_sentence(fields.text, start, section.end))
    if said is None:
        _list(fields, pieces(fields.text, start, section.end), place=True)
        return
    if section.back and re.search(
        r"\w{3,}", fields.text[said[1] : section.end]
    ):  # «1889 жылы … ауданы, №12 ауылда туған»
        fields.put("birthplace", said[1], section.end)
        return
    before = pieces(fields.text, start, said[0])
    if any(re.search(r"\w{3,}", piece.text) for piece in before):  # «Родился в ауле № 7 в 1893 г.»
        fields.put("birthplace", before[0].start, before[-1].end)
    _list(fields, pieces(fields.text, said[1], section.end), place="birthplace" not in fields.records[0])


def _rest_of_list(fields: Fields, section: Section) -> None:
    _list(fields, pieces(fields.text, section.start, section.end), place="birthplace" not in fields.records[0])


def _labelled(name: str) -> Callable[[Fields, Section], None]:
    """A section whose first piece is the value of one field and whose further pieces go on as a list."""

    def read(fields: Fields, section: Section) -> None:
        found = pieces(fields.text, section.start, section.end)
        if name == "birthplace":
            _list(fields, found, place=True)
        elif found and fields.put(name, found[0].start, found[0].end):
            _list(fields, found[1:], place=False)

    return read


def _whole(name: str) -> Callable[[Fields, Section], None]:
    """A section that is the value of one field."""

    def read(fields: Fields, section: Section) -> None:
        fields.put(name, section.start, section.end)

    return read


def _residence(fields: Fields, section: Section) -> None:
    """An address, up to a sentence that tells of other years: «… кв. 5. В 1926-1935 гг. служил на КВЖД»."""
    story = _NEW_STORY.search(fields.text, section.start, section.end)
    fields.put("residence", section.start, story.start() if story else section.end)


def _sentence_of(name: str) -> Callable[[Fields, Section], None]:
    """A section whose first sentence is the value of one field."""

    def read(fields: Fields, section: Section) -> None:
        fields.put(name, section.start, first_sentence(fields.text, section.start, section.end))

    return read


def _variants(fields: Fields, section: Section) -> None:
    bracket = fields.text.find(")", section.start, section.end)
    opened = fields.text.rfind("(", 0, section.start) > fields.text.rfind(")", 0, section.start)
    found = pieces(fields.text, section.start, bracket if opened and bracket > 0 else section.end)
    if found:
        fields.put("name_variants", found[0].start, found[-1].end, tuple(piece.text.rstrip(".") for piece in found))


def _arrest(fields: Fields, section: Section) -> None:
    fields.begin_arrest()
    said = _date_of(fields, "arrest_date", section)
    for start, end in _around(section, said):
        found = organ().search(fields.text, start, end)
        if found:
            fields.put(
                "arrest_organ", _organ_start(fields.text, start, found), _until_sign(fields.text, found.end(), end)
            )
            return


def _date_of(fields: Fields, name: str, section: Section) -> tuple[int, int] | None:
    """Set a field to the date right before the verb, else to the first in the section; where it stands there."""
    if section.before is not None and fields.put_date(name, *section.before):
        return None
    return fields.put_date(name, section.start, section.end)


def _around(section: Section, said: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The parts of a section before and after a date."""
    if said is None:
        return [(section.start, section.end)]
    return [(section.start, said[0]), (said[1], section.end)]


def _organ_start(text: str, start: int, found: re.Match[str]) -> int:
    """An organ's name begins with the words before it in the same piece."""
    before = text[start : found.start()].lstrip(" .")
    start = found.start() - len(before)
    sign = max(before.rfind(sign) for sign in ",;:()")
    begin = start + sign + 1
    return begin if len(text[begin : found.start()].split()) <= 4 else found.start()


def _until_sign(text: str, start: int, end: int) -> int:
    """Up to a comma, the end of the sentence, or «по», «к», «за»; but «УНКВД по Алма-Атинской обл.» is one name."""
    if (
        text[start - 1 : start] == "."
        and text[start - 2 : start - 1].isupper()
        and text[start : start + 2].strip().isupper()
    ):
        return start - 1  # «… ОГПУ. Сведений о приговоре нет»
    stop = re.compile(
        r"[,;()]|\s(?:к|за|на)\s|\sот(?:\s|$)|\sату\s|\s\d+ жыл|қаулы|\sпо\s(?![А-Я])|\.\s(?=[А-Я])|шешім|үкім"
    ).search(text, start, end)
    return stop.start() if stop else end


def _decision(fields: Fields, section: Section) -> None:
    text, end = fields.text, section.end
    goes_on = "sentence" not in fields.open and section.before is None  # «осужден … 1930 г., приговорен к …»
    if not goes_on or date().search(text, section.start, end):
        fields.begin_decision()
    said = _date_of(fields, "decision_date", section)
    if section.before is not None:
        for start, stop in _around(Section("", *section.before), _first_date(text, *section.before)):
            _organ_and_sentence(fields, start, stop)
    listed = find_articles(text, section.start, end, bare=False)
    if listed and not (said and said[0] < listed.end and listed.start < said[1]):
        fields.put("articles", listed.start, listed.end, listed.numbers)
    used = sorted(span for span in (said, (listed.start, listed.end) if listed else None) if span)
    gaps = _gaps(section.start, end, used)
    for start, stop in gaps:
        _organ_and_sentence(fields, start, stop)
    if "sentence" not in fields.open:
        _unannounced(fields, gaps)
    if section.back and "sentence" not in fields.open:  # «… баптарымен ату жазасына кесілген»
        after = _sign_of_decision(text, *gaps[-1])
        fields.put("sentence", after, end)


def _first_date(text: str, start: int, end: int) -> tuple[int, int] | None:
    found = date().search(text, start, end)
    return (found.start(), found.end()) if found else None


def _unannounced(fields: Fields, gaps: list[tuple[int, int]]) -> None:
    """A punishment without «к»: «…, 58-2 УК РСФСР, ВМН»."""
    for start, stop in gaps:
        found = punishment().search(fields.text, start, stop)
        if found:
            fields.put("sentence", found.start(), first_sentence(fields.text, found.start(), stop))
            return


def _exile(fields: Fields, section: Section) -> None:
    """«Выслан в 1928 г. …»: a punishment told in its own words."""
    fields.begin_decision()
    fields.put("sentence", section.start, first_sentence(fields.text, section.start, section.end))


def _sign_of_decision(text: str, start: int, end: int) -> int:
    """Where the words after «шешімімен», «үкімімен» begin."""
    found = re.search(r".*(?:шешім\w*|үкім\w*|бойынша)\s", text[start:end], re.DOTALL)
    return start + found.end() if found else start


def _gaps(start: int, end: int, used: list[tuple[int, int]]) -> list[tuple[int, int]]:
    gaps: list[tuple[int, int]] = []
    for first, last in used:
        if first > start:
            gaps.append((start, first))
        start = max(start, last)
    return [*gaps, (start, end)]


def _organ_and_sentence(fields: Fields, start: int, end: int) -> None:
    """One stretch of a decision: an organ, or «к …» with the sentence, or both."""
    text = fields.text
    to = _TO_SENTENCE.search(text, start, end)
    told = punishment().search(text, start, to.start()) if to else None
    if told:  # «заключен в концлагерь сроком на 10 лет»
        fields.put("sentence", told.start(), first_sentence(text, told.start(), end))
        end, to = told.start(), None
    found = organ().search(text, start, end)
    if to and (found is None or to.start() < found.start()):
        stop = found.start() if found else first_sentence(text, to.end(), end)
        fields.put("sentence", to.end(), stop)
        if found:
            fields.put("deciding_organ", found.start(), _until_sign(text, found.end(), end))
        return
    if found:
        stop = _until_sign(text, found.end(), end)
        fields.put("deciding_organ", _organ_start(text, start, found), stop)
        if to and to.start() >= stop:
            fields.put("sentence", to.end(), first_sentence(text, to.end(), end))


def _accusation(fields: Fields, section: Section) -> None:
    stop = first_sentence(fields.text, section.start, section.end)
    if fields.put("accusation", section.start, stop):
        listed = find_articles(fields.text, section.start, stop, bare=True)
        if listed:
            fields.put("articles", listed.start, listed.end, listed.numbers)


def _articles(fields: Fields, section: Section) -> None:
    listed = find_articles(fields.text, section.start, section.end, bare=True)
    if listed:
        fields.put("articles", listed.start, listed.end, listed.numbers)


def _verdict(fields: Fields, section: Section) -> None:
    """«Приговор: ВМН»; but «Приг.: тройка 5.05.1930 к ВМН» tells of the decision."""
    stop = first_sentence(fields.text, section.start, section.end)
    if organ().search(fields.text, section.start, stop) and date().search(fields.text, section.start, stop):
        _decision(fields, section)
        return
    said = _first_date(fields.text, section.start, stop)
    dated = said is not None and not fields.text[said[1] : stop].strip() and "decision_date" not in fields.open
    if said is not None and dated:  # «Приговор: расстрел 19.09.1930»
        fields.put_date("decision_date", *said)
    fields.put("sentence", section.start, said[0] if said is not None and dated else stop)


def _verdict_first(fields: Fields, section: Section) -> None:
    """«ВМН 07.02.1930 (тройка ПП ОГПУ)»."""
    word = re.compile(r"\w+").match(fields.text, section.start, section.end)
    after = word.end() if word else section.start
    _decision(fields, Section(section.kind, after, section.end))
    fields.put("sentence", section.start, after)


def _death(fields: Fields, section: Section) -> None:
    _date_of(fields, "death_date", section)


def _rehabilitation(fields: Fields, section: Section) -> None:
    text, start, end = fields.text, section.start, section.end
    ground = ground_start().search(text, start, end)
    stop = ground.start() if ground else end
    if "rehabilitation_date" in fields.records[0] and fields.open is fields.records[0]:
        return
    said = _date_of(fields, "rehabilitation_date", Section(section.kind, start, stop, before=section.before))
    for first, last in _around(Section("", start, stop), said):
        if organ().search(text, first, last):
            end_of_organ = first_sentence(text, first, last)
            said_from = re.compile(r"\sот\s*$").search(text, first, end_of_organ)
            fields.put("rehabilitation_organ", first, said_from.start() if said_from else end_of_organ)
    if ground:
        fields.put("rehabilitation_ground", ground.start(), first_sentence(text, ground.start(), end))


def _nothing(fields: Fields, section: Section) -> None:
    """A section without a field: its words are left over."""


HANDLERS: dict[str, Callable[[Fields, Section], None]] = {
    "head": _head,
    "birth": _birth,
    "birth_rest": _rest_of_list,
    "birthplace": _labelled("birthplace"),
    "nationality": _labelled("nationality"),
    "education": _labelled("education"),
    "party": _labelled("party"),
    "occupation": _whole("occupation"),
    "residence": _residence,
    "arrest": _arrest,
    "decision": _decision,
    "accusation": _accusation,
    "article": _articles,
    "sentence": _verdict,
    "death": _death,
    "burial": _sentence_of("burial"),
    "rehabilitation": _rehabilitation,
    "ground": _whole("rehabilitation_ground"),
    "deciding_organ": _sentence_of("deciding_organ"),
    "arrest_organ": _sentence_of("arrest_organ"),
    "rehabilitation_organ": _sentence_of("rehabilitation_organ"),
    "exile": _exile,
    "verdict": _verdict_first,
    "archive": _whole("archive"),
    "name_variants": _variants,
    "source": _nothing,
    "other": _nothing,
    "rest": _nothing,
    "release": _nothing,
}
