"""The wiring: command line, settings and web entry points."""
