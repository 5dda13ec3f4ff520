"""Files inside files: folders, zips, office documents. What would swell beyond measure is refused before it does."""

from __future__ import annotations

import fnmatch
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kb.errors import DataError

MOST_FILES = 20_000
MOST_BYTES = 4 << 30
_SMALL = 64 << 20
_SWELLS = 200  # times its packed size: no table or page does
_HEAD = 1 << 16


@contextmanager
def opened_zip(path: Path, named: str) -> Iterator[zipfile.ZipFile]:
    """A zip that is safe to read. DataError: ``not_a_zip``, ``zip_bomb``."""
    try:
        packed = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, EOFError, ValueError):
        raise DataError("not_a_zip", file=named) from None
    with packed:
        infos = packed.infolist()
        size = sum(info.file_size for info in infos)
        small = sum(info.compress_size for info in infos)
        if len(infos) > MOST_FILES or size > MOST_BYTES or (size > _SMALL and size > _SWELLS * max(small, 1)):
            raise DataError("zip_bomb", file=named, value=str(size))
        yield packed


def member(packed: zipfile.ZipFile, name: str, named: str) -> IO[bytes]:
    """One file of a zip, as a stream. DataError ``not_this_format`` where it is not there."""
    try:
        return packed.open(name)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise DataError("not_this_format", file=named, value=name) from None


def no_entities(stream: IO[bytes], named: str, *, declared: bool = False) -> None:
    """Refuse XML that declares entities: a few lines of them swell to gigabytes. Office documents never do; formats
    whose files begin with a ``declared`` document type keep that.
    """
    head = stream.read(_HEAD)
    if b"<!ENTITY" in head or (b"<!DOCTYPE" in head and not declared) or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError("xml_entities", file=named)


@contextmanager
def files_of(path: Path, pattern: str = "") -> Iterator[list[tuple[str, Path]]]:
    """The files that ``path`` stands for, by name: itself, those of a folder, or those of a zip, unpacked for as long
    as the context lasts. ``pattern`` as in ``*.htm``.
    """
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
        yield [(str(each.relative_to(path)), each) for each in found if _fits(each.name, pattern)]
    elif path.suffix.lower() == ".zip":
        with tempfile.TemporaryDirectory(prefix="kb-zip-") as folder:
            yield list(_unpacked(path, Path(folder), pattern))
    else:
        yield [(path.name, path)]


def _fits(name: str, pattern: str) -> bool:
    return not pattern or any(fnmatch.fnmatch(name.lower(), each.strip().lower()) for each in pattern.split(","))


def _unpacked(path: Path, folder: Path, pattern: str) -> Iterator[tuple[str, Path]]:
    left = MOST_BYTES
    with opened_zip(path, path.name) as packed:
        wanted = [info for info in packed.infolist() if not info.is_dir() and _fits(Path(info.filename).name, pattern)]
        for number, info in enumerate(sorted(wanted, key=lambda info: info.filename)):
            # names inside a zip may lead out of it: ours do not come from there
            target = folder / f"{number}{Path(info.filename).suffix}"
            with member(packed, info.filename, path.name) as stream, target.open("wb") as out:
                while piece := _read(stream, path.name):
                    left -= len(piece)
                    if left < 0:
                        raise DataError("zip_bomb", file=path.name, value=str(MOST_BYTES))
                    out.write(piece)
            yield f"{path.name}/{info.filename}", target


def _read(stream: IO[bytes], named: str) -> bytes:
    try:
        return stream.read(1 << 20)
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise DataError("not_a_zip", file=named, said=str(error)) from None
