"""The subcommands of ``kb`` that load."""
