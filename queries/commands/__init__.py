"""The subcommands of ``kb`` that ask."""
