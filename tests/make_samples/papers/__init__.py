"""One module per invented document; each holds one `PAPER`."""
