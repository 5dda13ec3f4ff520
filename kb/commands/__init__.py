"""The subcommands of ``kb`` that need ``kb`` alone; the other packages keep theirs and register them the same way."""
