"""The seminar pack: a story of slides over the base, and the files it is taken away in."""
