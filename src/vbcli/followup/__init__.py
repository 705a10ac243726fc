"""What entered events add up to. Pure: no clock, no database."""
