"""The audit: events noted, rows sealed into a chain, the chain verified."""
