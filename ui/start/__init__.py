"""Before a contest is open: which one, a new one, a backup taken back, a rehearsal."""
