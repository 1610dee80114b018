"""The command line: a thin face over the services, with one JSON document per report."""
