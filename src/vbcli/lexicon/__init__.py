"""Words as data: the TOML files of `data/` and what reads them."""
