"""What is done: each service holds one short transaction a call and returns frozen views."""
