"""A second, deliberately naive reading of the rules of scoring; it shares no code with the scoring package."""
