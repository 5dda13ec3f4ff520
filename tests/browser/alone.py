"""Pictures in a page of their own, as the component exports them, made of nodes and ties of a test's choosing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from dashboard.drawing.data import About, Drawing, Node, Tie, script
from kb.i18n import Lang

ABOUT = About("Проверка", "proverka", "данные проверки", "0123456789ab", "2026-01-02", ("Примечание.",))
CERTAINTIES = ("certain", "probable", "possible", "doubtful", "not_rated")


def page_of(drawing: Drawing, folder: Path, lang: Lang = "ru") -> str:
    """The address of a file that shows ``drawing``."""
    document = drawing.document(lang)
    document["look"] = {**document["look"], "faces": []}
    data = json.dumps(document, ensure_ascii=False).replace("<", "\\u003c")
    policy = f"default-src 'none'; script-src '{document['look']['hash']}'; img-src data: blob:"
    file = folder / "picture.html"
    parts = [
        '<!doctype html><html><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"></head><body>',
        f'<script type="application/json" id="kb-drawing-data">{data}</script>',
        f'<script type="module">{script()}</script></body></html>',
    ]
    file.write_text("\n".join(parts), "utf-8")
    return file.as_uri()


def network(nodes: Sequence[Node], ties: Sequence[Tie] = (), **options: object) -> Drawing:
    """A network of these."""
    return Drawing("network", ABOUT, nodes, ties, 600, options)


def crowd(people: int, ties: int) -> Drawing:
    """So many people and so many ties, of risings of about sixty people each; the same each time."""
    chance = Random(1)
    risings = max(1, people // 60)
    nodes = [Node(f"u{n}", "Uprising", f"Восстание {n}") for n in range(risings)]
    nodes += [Node(f"p{n}", "Person", f"Лицо {n} Асанұлы", "insurgent") for n in range(people - risings)]
    ends = {(f"p{n}", f"u{chance.randrange(risings)}") for n in range(people - risings)}
    while len(ends) < ties:
        one, other = chance.randrange(people - risings), chance.randrange(people - risings)
        if one != other:
            ends.add((f"p{one}", f"p{other}" if chance.random() < 0.7 else f"u{other % risings}"))
    drawn = [
        Tie(f"t{n}", *pair, "TOOK_PART_IN", "участие", chance.choice(CERTAINTIES), chance.choice((1, 1, 2)))
        for n, pair in enumerate(sorted(ends))
    ]
    return network(nodes, drawn)
