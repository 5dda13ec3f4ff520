"""The page Talk: stories shown, changed, kept, and taken away as files."""
