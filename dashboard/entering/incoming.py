"""Files on their way in: what a browser handed over, and mappings that were used, in the data folder."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from kb.errors import UnknownId
from kb.settings import Settings
from loaders.gedcom import ENDINGS as TREES
from loaders.mapping import FileMapping, parse_mapping
from loaders.mapping.draft import slug

TABLES = ("csv", "tsv", "tab", "xlsx", "xlsm", "ods", "docx", "html", "htm", "jsonl", "ndjson", "txt", "pdf", "zip")
UPLOADS = (*TABLES, *(ending.lstrip(".") for ending in sorted(TREES)))
_KEPT_SECONDS = 24 * 3600


def is_tree(path: Path) -> bool:
    """Whether a file needs no mapping, being a family tree."""
    return path.suffix.lower() in TREES


def is_set(path: Path) -> bool:
    """Whether a folder says itself what its tables are."""
    return path.is_dir() and (path / "dataset.yml").is_file()


def keep(settings: Settings, name: str, data: bytes) -> Path:
    """Put an uploaded file into the data folder, under its own name; files of yesterday are thrown away."""
    folder = settings.home / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if time.time() - old.stat().st_mtime > _KEPT_SECONDS:
            shutil.rmtree(old)
    path = folder / hashlib.sha256(data).hexdigest()[:16] / Path(name).name
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return path


def mappings(settings: Settings) -> Iterator[Path]:
    """The mappings that were used here before."""
    yield from sorted((settings.home / "mappings").glob("*.yml"))


def put_mapping(settings: Settings, text: str, dataset: str) -> FileMapping:
    """Keep the text of a mapping for the next file, under the name of its data set. DataError where it is wrong."""
    folder = settings.home / "mappings"
    path = folder / f"{slug(dataset)}.yml"
    made = parse_mapping(text.encode(), path)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return made


def existing(text: str) -> Path | None:
    """The file or folder that a person named; None where nothing is named. UnknownId where there is none."""
    if not text.strip():
        return None
    path = Path(text.strip().strip('"')).expanduser()
    if not path.exists():
        raise UnknownId("unknown_file", id=str(path))
    return path
