"""The command line (rules.md, Command line)."""
