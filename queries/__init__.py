"""Prepared queries: one text per question, run and exported with their proof."""
