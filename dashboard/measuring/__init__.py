"""The page of network measures: its form, what is measured, and how it is shown."""
