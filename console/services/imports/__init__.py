"""Bringing people and touchpoints in from other systems' files.

files (`sources`, `reader`) → resources → values (`fhir`, `fhir_*`) → rows (`people`, `places`,
`touchpoints`, `consents`, gathered in a `batch`), in rounds (`run`). Another format brings its own
reader and mapping, and hands the same `values` to the same writers.
"""

from console.services.imports.report import ImportReport, Rejected
from console.services.imports.run import import_paths

__all__ = ["ImportReport", "Rejected", "import_paths"]
