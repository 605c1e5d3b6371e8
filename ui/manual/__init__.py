"""The manual in a window of the program."""
