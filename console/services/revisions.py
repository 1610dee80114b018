"""Writing a new revision from the models, for whoever changes the schema: `./dev revision`."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from console.resources import migration_scripts
from console.services.schema import METADATA, upgrade


def write(store: str, message: str) -> None:
    """Compares the models of `store` with its revisions so far and writes the difference."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'empty.db'}")
        config = Config()
        config.set_main_option("script_location", str(migration_scripts(store)).replace("%", "%%"))
        if any(migration_scripts(store, "versions").glob("*.py")):
            upgrade(engine, store)
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            config.attributes["metadata"] = METADATA[store]
            number = len(list(migration_scripts(store, "versions").glob("*.py"))) + 1
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")
        engine.dispose()


if __name__ == "__main__":
    write(sys.argv[1], " ".join(sys.argv[2:]))
