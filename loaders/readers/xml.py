"""Reading XML piece by piece, without entities, without the net."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from kb.errors import DataError


def elements(stream: IO[bytes], named: str, *tags: str) -> Iterator[Any]:
    """The elements called ``tags`` (``{namespace}name``), each forgotten when the next is asked for. DataError
    ``broken_xml``.
    """
    try:
        for _, element in etree.iterparse(
            stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        ):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        line = error.position[0] if error.position else 0
        raise DataError("broken_xml", file=named, row=f"{named}:{line}", said=error.msg or "–") from None
