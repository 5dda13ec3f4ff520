"""Köterilis KB: the model, the store, the projection and the readers of what the archives write."""

__version__ = "0.1.0"
