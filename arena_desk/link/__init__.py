"""The link server: one HTTP server for panels, host pages, public board and operator (link.md)."""
