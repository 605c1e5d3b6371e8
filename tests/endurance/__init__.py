"""Programs that put the desk through what a long day in a bad hall may bring; `python -m tests.endurance.NAME`."""
