"""What is: identifiers, terms, tables by kind, commands, publication bodies, frozen views."""
