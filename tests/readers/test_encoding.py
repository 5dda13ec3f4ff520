"""Encodings are told by what the text reads as."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.encoding import best, detect

RUSSIAN = "Иванов Иван Иванович, родился в 1893 г. в ауле 7, казах; осуждён тройкой"
KAZAKH = "Әбілқасымов Жүсіпбек, 1895 жылы туған, қазақ, шаруа, ұсталған"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN.upper(), "Иванов", "имя;год"])
def test_russian_is_known_in_each_of_its_old_encodings(encoding: str, text: str) -> None:
    assert text.encode(encoding).decode(best(text.encode(encoding))) == text


def test_kazakh_and_western_letters_are_known_too() -> None:
    assert best(KAZAKH.encode("kz1048")) == "kz1048"
    assert best("Müller, Größe, café".encode("cp1252")) == "cp1252"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"])
def test_a_file_reads_back_as_it_was_written(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(f"{RUSSIAN}\n".encode(encoding))
    assert file.read_text(detect(file)) == f"{RUSSIAN}\n"


@given(st.binary(max_size=400))
def test_any_bytes_have_some_encoding(sample: bytes) -> None:
    sample.decode(best(sample), "replace")
