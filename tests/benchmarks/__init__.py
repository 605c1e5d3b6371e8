"""Speed, as ratios to a floor measured in the same run. Run one with `python -m tests.benchmarks.NAME`."""
