"""The sheet of imports: what was brought in, bringing more, going on, and taking back."""

from console.ui.imports.sheet import ImportsSheet
from console.ui.imports.values import Progress, Shown, Told, Undo

__all__ = ["ImportsSheet", "Progress", "Shown", "Told", "Undo"]
