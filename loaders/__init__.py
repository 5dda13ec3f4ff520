"""Loaders: from files to claims, batches and releases (``loaders.loading``)."""
