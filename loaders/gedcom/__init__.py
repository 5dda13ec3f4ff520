"""Family trees: GEDCOM 5.5.1 and 7 (also packed as GEDZIP) and Gramps XML, with an own reader."""

from loaders.gedcom.reading import ENDINGS, read_tree

__all__ = ["ENDINGS", "read_tree"]
