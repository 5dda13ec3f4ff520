"""View models as the views get them, small and nasty."""

from __future__ import annotations

from dashboard.views.models import (
    Cell,
    EntityRef,
    Event,
    Evidence,
    HopView,
    Matrix,
    MatrixRow,
    PathView,
    SizeGroup,
    SizeReading,
    SourceRef,
    TieGroup,
    TieRow,
)

NASTY = "</script><img src=x onerror=alert(1)>\"'&\x00\u202eтек"
ARABIC = "اقباسوۋ"


def source(number: int = 1, label: str = "") -> SourceRef:
    """A source."""
    name = label or f"Источник {number}"
    return SourceRef(
        f"d:s{number}", name, f"Полное название {number}", "автор · 1931 · статья · ru", f"card?id=d:s{number}"
    )


def evidence(number: int = 1, *, text: str = "", status: str = "") -> Evidence:
    """A claim of the source of this number."""
    return Evidence(
        claim=f"c{number}",
        source=source(number, text),
        locator=text or f"л. {number} об.",
        quote=text,
        certainty="probable",
        certainty_word="вероятно",
        status=status,
        note=text,
    )


def person(number: int, label: str = "") -> EntityRef:
    """A person."""
    return EntityRef(
        f"d:p{number}", "Person", label or f"Лицо {number}", f"person?id=d%3Ap{number}&lang=ru", "insurgent"
    )


def matrix(sources: int, text: str = "") -> Matrix:
    """One property said by every source, another by the first alone."""
    cells = tuple(Cell(text or f"чтение {n}", evidence(n, text=text), accepted=n == 2) for n in range(1, sources + 1))
    columns = tuple((source(n, text),) for n in range(1, sources + 1))
    rows = (MatrixRow(text or "Имя", cells, conflict=True), MatrixRow("Роль", cells[:1]))
    return Matrix(columns, rows, silent=("Рождение",))


def tie(number: int, text: str = "") -> TieRow:
    """A tie to a person."""
    return TieRow(text or "руководитель", person(number, text), "possible", "возможно", (evidence(1, text=text),))


def ties(count: int, text: str = "") -> TieGroup:
    """A group of ties."""
    return TieGroup(text or "участники", tuple(tie(n, text) for n in range(count)))


def path(text: str = "") -> PathView:
    """Two steps, the first the weakest, the second kinship."""
    nodes = tuple(person(n, text) for n in range(3))
    hops = (
        HopView(nodes[0], nodes[1], text or "руководитель", "possible", "возможно", (evidence(1, text=text),), 1, True),
        HopView(nodes[1], nodes[2], "брат", "not_rated", "не оценено", (evidence(2), evidence(3)), 2, double=True),
    )
    return PathView(nodes, ("хан", "", "сарбаз"), hops)


def sizes(text: str = "") -> tuple[SizeGroup, ...]:
    """A range, an «about», an «up to», a «more than», and another measure."""
    main = (
        SizeReading(text or "1500–2000", 1500, 2000, False, evidence(1), accepted=True),
        SizeReading("около 3000", 3000, 3000, True, evidence(2)),
        SizeReading("до 400", None, 400, False, evidence(3)),
        SizeReading("более 380", 380, None, False, evidence(4)),
        SizeReading("много", None, None, False, evidence(5)),
    )
    return SizeGroup("Участники", main, main=True), SizeGroup(
        "арестовано", (SizeReading("1715", 1715, 1715, False, evidence(6)),)
    )


def events(text: str = "") -> tuple[Event, ...]:
    """A span with open edges, a day, a «between», an open end, and nothing."""
    return (
        Event(text or "Восстание", "март – сентябрь 1931", 19310301, 19310930, 19310401, 19310831),
        Event("Бой", "7 апреля 1930", 19300407, 19300407),
        Event("Дело", "1920/1931", 19200101, 19311231),
        Event("Приговор", "не позднее 1931", None, 19310701),
        Event("Конец", "неизвестно", None, None),
    )
