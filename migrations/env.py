"""Runs migrations inside the application, on whatever database it is set to."""

from alembic import context
from flask import current_app

from jobboard.domain import everything  # noqa: F401 - fills the metadata
from jobboard.domain.base import Base

migrate = current_app.extensions["migrate"]
options = migrate.configure_args


def run_online() -> None:
    """On SQLite a table is changed by writing it anew, so keys are not enforced meanwhile but checked at the end."""
    with migrate.db.engine.connect() as connection:
        sqlite = connection.connection.driver_connection if connection.dialect.name == "sqlite" else None
        if sqlite:
            sqlite.execute("PRAGMA foreign_keys=OFF")
        context.configure(connection=connection, target_metadata=Base.metadata, **options)
        with context.begin_transaction():
            context.run_migrations()
            if sqlite and (broken := sqlite.execute("PRAGMA foreign_key_check").fetchall()):
                raise RuntimeError(f"The migration leaves rows that point nowhere: {broken[:5]}")
        if sqlite:
            sqlite.execute("PRAGMA foreign_keys=ON")


def run_offline() -> None:
    url = current_app.config["SQLALCHEMY_DATABASE_URI"]
    context.configure(url=url, target_metadata=Base.metadata, literal_binds=True, **options)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
