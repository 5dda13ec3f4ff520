"""HTML that cannot forget to escape: whatever is not Markup is text, and text is escaped.

Texts from sources come in several scripts and directions; a text that holds right-to-left letters or control characters
of direction is isolated, so that it cannot turn round what stands beside it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import TypeAlias

VOID = frozenset({"br", "hr", "img"})
_CONTROLS = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
_TURNING = frozenset([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])


class Markup(str):
    """A piece of HTML that is already safe."""

    __slots__ = ()


Child: TypeAlias = "str | Markup | int | Iterable[Child] | None"


def _turns(text: str) -> bool:
    return any(0x0590 <= ord(letter) <= 0x08FF or 0xFB1D <= ord(letter) <= 0xFEFC for letter in text)


def text(said: str) -> Markup:
    """A text as HTML: escaped, control characters taken out, right-to-left writing isolated."""
    plain = said.translate(_CONTROLS)
    still = "".join(letter for letter in plain if ord(letter) not in _TURNING)
    escaped = html.escape(still, quote=True)
    return Markup(f"<bdi>{escaped}</bdi>" if _turns(still) else escaped)


def join(*children: Child) -> Markup:
    """Children one after the other; None is nothing."""
    return Markup("".join(_parts(children)))


def _parts(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if isinstance(child, Markup):
            yield child
        elif isinstance(child, str):
            yield text(child)
        elif isinstance(child, int):
            yield str(child)
        elif child is not None:
            yield from _parts(child)


def el(name: str, *children: Child, **attributes: str | int | float | bool | None) -> Markup:
    """An element. ``cls`` is ``class``, ``_`` in a name ``-``; True is one without a value, None and False are none."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID and not children:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def _attribute(key: str, value: str | int | float | bool | None) -> str:
    name = "class" if key == "cls" else key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    said = str(value).translate(_CONTROLS)
    return f' {name}="{html.escape(said, quote=True)}"'


def between(separator: Child, children: Iterable[Child]) -> Markup:
    """Children with ``separator`` between any two."""
    pieces = [join(child) for child in children]
    return Markup(join(separator).join(pieces))
