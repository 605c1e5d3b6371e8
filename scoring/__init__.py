"""What a contest is and how it is scored: frozen dataclasses and pure functions."""
