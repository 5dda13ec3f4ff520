"""The words of the dashboard in one language, with numbers and plural forms as that language wants them."""

from __future__ import annotations

from dataclasses import dataclass

from kb.i18n import Lang, number, texts_of


class Count(int):
    """A whole number for a text: ``{n}`` prints it, ``{n:год|года|лет}`` the form that goes with it."""

    lang: Lang

    def __new__(cls, value: int, lang: Lang) -> Count:
        """``value`` in ``lang``."""
        made = super().__new__(cls, value)
        made.lang = lang
        return made

    def __format__(self, forms: str) -> str:
        if not forms:
            return number(int(self), self.lang)
        return forms.split("|")[plural(self, self.lang)]


def plural(value: int, lang: Lang) -> int:
    """Which form goes with ``value``: of three in Russian, of two in English, the only one in Kazakh."""
    if lang == "kk":
        return 0
    if lang == "en":
        return 0 if value == 1 else 1
    tens, ones = value % 100, value % 10
    if ones == 1 and tens != 11:
        return 0
    return 1 if 2 <= ones <= 4 and not 12 <= tens <= 14 else 2


@dataclass(frozen=True, slots=True)
class Words:
    """``say`` of one language; integers among the values become ``Count``."""

    lang: Lang

    def __call__(self, key: str, /, **values: object) -> str:
        """The text ``key`` of ``dashboard/texts`` with ``values`` filled in."""
        counted = {
            name: Count(value, self.lang) if isinstance(value, int) and not isinstance(value, bool) else value
            for name, value in values.items()
        }
        return texts_of("dashboard").say(key, self.lang, **counted)

    def number(self, value: float, digits: int = 0) -> str:
        """A number as this language prints it."""
        return number(value, self.lang, digits)
