"""A file of named arrays that any process maps into its memory: JSON that tells where each array is, then they."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
MAGIC = b"KBSNAP1\n"
_ALIGNED = 64
_LENGTH = 8


class Mapped(NamedTuple):
    """What a file holds: what it says of itself, and its arrays, read only."""

    about: Mapping[str, Any]
    arrays: Mapping[str, Array]


def write(path: Path, held: Mapped) -> None:
    """Write ``held`` to ``path``: whoever opens it finds the whole new file or what was there before."""
    plain = {name: np.ascontiguousarray(array) for name, array in held.arrays.items()}
    table, place = {}, 0
    for name, array in plain.items():
        table[name] = [array.dtype.str, len(array), place]
        place += _padded(array.nbytes)
    head = json.dumps({"about": dict(held.about), "arrays": table}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(MAGIC + len(head).to_bytes(_LENGTH, "little") + head)
            file.write(b"\0" * (_padded(file.tell()) - file.tell()))
            for array in plain.values():
                file.write(array.data)
                file.write(b"\0" * (_padded(array.nbytes) - array.nbytes))
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def read(path: Path) -> Mapped | None:
    """Map the file ``path``; None for one that is not there or not whole."""
    try:
        whole = np.memmap(path, dtype=np.uint8, mode="r")
    except (OSError, ValueError):  # numpy refuses to map an empty file
        return None
    start = len(MAGIC) + _LENGTH
    if bytes(whole[: len(MAGIC)]) != MAGIC:
        return None
    length = int.from_bytes(bytes(whole[len(MAGIC) : start]), "little")
    try:
        said = json.loads(bytes(whole[start : start + length]))
    except ValueError:  # cut off in the middle
        return None
    first = _padded(start + length)
    arrays: dict[str, Array] = {}
    for name, (dtype, count, place) in said["arrays"].items():
        kind = np.dtype(dtype)
        part = whole[first + place : first + place + count * kind.itemsize]
        if len(part) != count * kind.itemsize:
            return None
        arrays[name] = np.asarray(part).view(kind)
    return Mapped(said["about"], arrays)


def _padded(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
