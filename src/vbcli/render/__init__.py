"""Views to what is shown: a neutral page, drawn as a table on a terminal and as plain text in a pipe; JSON."""
