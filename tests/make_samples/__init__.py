"""Sources and builder of the invented sample documents; `python -m tests.make_samples` writes them into samples/."""
