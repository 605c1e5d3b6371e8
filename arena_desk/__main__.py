"""`python -m arena_desk` and the `arena-desk` command."""

from __future__ import annotations

import sys

from arena_desk.steadiness import begin


def main() -> None:
    """Run the command line; the console on a contest file, or the start window, without loading it."""
    begin()
    from arena_desk.cli.speech import plain_output, utf8

    utf8()
    words = sys.argv[1:]
    if not words or (len(words) == 1 and words[0].endswith(".arena") and not words[0].startswith("-")):
        from arena_desk.cli.opening import open_desk

        open_desk(words)
    from arena_desk.cli.commands import app, with_open

    with plain_output():
        app(args=with_open(words), prog_name="arena-desk")


if __name__ == "__main__":
    main()
