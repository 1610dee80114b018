"""What follows: pure functions from values to values. No clock, no database, no Qt."""
