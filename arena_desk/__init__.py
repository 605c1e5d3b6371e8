"""The program: command line, wiring, the link server and the web panel."""
