"""Flows: what happens when a pane tells a fact. Each knows its panes and few services."""
