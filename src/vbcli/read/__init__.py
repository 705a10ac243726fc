"""Files into blocks in reading order: `files.find_files` finds them, `files.read` reads one.

Each format has its reader; the libraries they need are imported when a file of that format is met.
"""
