"""The slides, or the handout, as PDF: the page of the pack, printed by a Chromium where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from kb.errors import QuestionError
from kb.i18n import Lang

_PROGRAMS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
SECONDS: Final = 120


def chromium() -> str:
    """The program that prints; QuestionError where there is none. ``CHROMIUM`` names one."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    if not found:
        raise QuestionError("pack_no_chromium")
    return found


def printed(page: str, lang: Lang, *, handout: bool) -> bytes:
    """The PDF of ``page``. QuestionError where nothing can print it."""
    program = chromium()
    with tempfile.TemporaryDirectory(prefix="kb-pack-") as folder:
        source, target = Path(folder) / "pack.html", Path(folder) / "pack.pdf"
        source.write_text(page, "utf-8")
        what = "handout" if handout else "slides"
        options = [
            "--headless",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--virtual-time-budget=5000",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={target}",
            f"{source.as_uri()}#print={what}&lang={lang}",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.insert(0, "--no-sandbox")  # as root Chromium does not start with it
        try:
            subprocess.run([program, *options], check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - a browser that the user has
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise QuestionError("pack_not_printed", program=program, said=str(error)[:200]) from None
