"""The sheet of imports: what was brought in, bringing more, going on, and taking back."""
