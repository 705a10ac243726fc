"""How fast `vb` reads, beside the programs it is built on: `make bench`. Nothing here is a test."""
