"""SQLite to views. Every function takes an open connection; plain sqlite3, because lists must come at once."""
