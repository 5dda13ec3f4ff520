"""Entry by hand: a sheet for each type of document, and the claims that a filled sheet makes."""

from loaders.hand.claims import Made, claims_of
from loaders.hand.filled import Filled
from loaders.hand.sheet import Block, Sheet, sheets
from loaders.hand.unfill import filled_of

__all__ = ["Block", "Filled", "Made", "Sheet", "claims_of", "filled_of", "sheets"]
