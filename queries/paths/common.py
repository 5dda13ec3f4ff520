"""What two or more people have in common, each tie with the evidence of its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kb.connections import common, ends, open_snapshot
from kb.connections.build import Progress, silent
from kb.i18n import DEFAULT_LANG, Lang
from kb.settings import Settings
from kb.store import Store
from queries.evidence import Evidence, evidence


@dataclass(frozen=True, slots=True)
class CommonGround:
    """What was ``found``, and the ``evidence`` of the claims of its ties, by claim. Sources are themselves evidence."""

    found: common.CommonGround
    evidence: Mapping[str, tuple[Evidence, ...]]

    def of(self, link: common.Link) -> tuple[Evidence, ...]:
        """The evidence of a tie."""
        return tuple(one for claim in link.claims for one in self.evidence.get(claim, ()))

    def document(self) -> dict[str, Any]:
        """``{people, direct, shared, sources, version}``, every tie with its claims."""
        found = self.found
        return {
            "people": [ref.document() for ref in found.people],
            "direct": [
                {"one": each.one.document(), "other": each.other.document(), **self._link(each.link)}
                for each in found.direct
            ],
            "shared": [self._common(each) for each in found.shared],
            "sources": [
                {**each.at.document(), "people": [share.person.id for share in each.shares]} for each in found.sources
            ],
            "version": found.version,
        }

    def _common(self, each: common.Common) -> dict[str, Any]:
        return {
            "rule": each.rule,
            "at": each.at.document(),
            "connects": each.connects,
            "overlap": each.overlap,
            "day": each.day,
            "shares": [
                {"person": share.person.id, "ties": [self._link(link) for link in share.links]} for share in each.shares
            ],
        }

    def _link(self, link: common.Link) -> dict[str, Any]:
        said = [
            {"id": one.claim, "source": one.source, "locator": one.locator, "voice": one.voice, "stance": one.stance}
            for one in self.of(link)
        ]
        via = None if link.via is None else link.via.document()
        return {"tie": link.tie, "properties": dict(link.properties), "via": via, "claims": said}


def common_ground(
    store: Store,
    settings: Settings,
    people: Sequence[str],
    lang: Lang = DEFAULT_LANG,
    progress: Progress = silent,
) -> CommonGround:
    """What ``people`` have in common; each is an id, or a group as :func:`kb.connections.ends` reads it.

    Raises UnknownId, ParameterError for fewer than two of them, and what :func:`kb.connections.open_snapshot` does.
    """
    snapshot = open_snapshot(store, settings, progress)
    places = [place for said in people for place in ends(store, snapshot, said)]
    found = common.common_ground(store, snapshot, places)
    known: dict[str, tuple[Evidence, ...]] = {}
    for item in evidence(store, _claims(found), lang):
        known[item.claim] = (*known.get(item.claim, ()), item)
    return CommonGround(found, known)


def _claims(found: common.CommonGround) -> Iterator[str]:
    links = [each.link for each in found.direct]
    links += [link for each in found.shared for share in each.shares for link in share.links]
    return (claim for link in links for claim in link.claims)
