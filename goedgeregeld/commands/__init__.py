"""One file per command; each holds a function with the command's name."""
