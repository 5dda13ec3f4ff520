"""Where the figures in docs/reference/benchmarks.md come from: ``make bench``."""
