"""The windows: console, judge panel and stage."""
