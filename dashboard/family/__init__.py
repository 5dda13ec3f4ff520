"""Families: who is kin of whom, drawn as a tree, and what two people call each other."""
