"""One file per command: parse flags → call → print → exit code. Heavy imports stay inside the functions."""
