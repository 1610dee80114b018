"""Tables of other systems: CSV, workbooks and web exports as people, touchpoints and the rest.

bytes (`opening`) → rows (`text_rows`, `workbook`, `web_table`) → a header and records (`header`)
→ values (`people`, `touchpoints`, …), by a mapping that was given, saved, ships, or is proposed
(`choosing`, `rules/table_guess`). Tables that belong to people of another one (phones of a CRM)
are put aside first (`staging`), so that a person comes whole.
"""
