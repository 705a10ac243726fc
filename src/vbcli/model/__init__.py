"""The nouns that every stage shares. Imports nothing but the standard library."""
