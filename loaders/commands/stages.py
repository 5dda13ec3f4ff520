"""The progress of a load in words."""

from __future__ import annotations

from kb.base import Progress
from kb.commands.context import Context


def told(context: Context) -> Progress:
    """A progress that names the stages of a change in the language of the command."""

    def progress(stage: str, done: int, total: int) -> None:
        context.progress(context.say(f"cli.stages.{stage}", "loaders"), done, total)

    return progress
