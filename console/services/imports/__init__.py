"""Bringing people and touchpoints in from other systems' files.

files (`sources`) → records → values → rows (`people`, `places`,
`touchpoints`, `consents`, gathered in a `batch`), in rounds (`run`). A format (`formats`) brings
its own reader and mapping (`fhir_files`, `tables`), and hands the same `values` to the same
writers.
"""

from console.services.imports.report import ImportReport, Rejected
from console.services.imports.run import import_paths
from console.services.imports.tables.mapping_files import load as load_mapping
from console.services.imports.tables.proposal import Proposal, propose

__all__ = ["ImportReport", "Proposal", "Rejected", "import_paths", "load_mapping", "propose"]
