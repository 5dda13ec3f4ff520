"""Mappings: which columns of a file are what. Data that can be saved, shared and run again on the next file."""

from loaders.mapping.model import FileMapping
from loaders.mapping.model import find as find_mapping
from loaders.mapping.model import parse as parse_mapping
from loaders.mapping.model import shipped as shipped_mappings
from loaders.mapping.reading import read_mapped

__all__ = ["FileMapping", "find_mapping", "parse_mapping", "read_mapped", "shipped_mappings"]
