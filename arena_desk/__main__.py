"""`python -m arena_desk` and the `arena-desk` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    from arena_desk.cli.commands import app, with_open

    app(args=with_open(sys.argv[1:]), prog_name="arena-desk")


if __name__ == "__main__":
    main()
