"""Runs migrations inside the application, on whatever database it is set to."""

from alembic import context
from flask import current_app

from jobboard.domain import everything  # noqa: F401 - fills the metadata
from jobboard.domain.base import Base

migrate = current_app.extensions["migrate"]
options = migrate.configure_args


def run_online() -> None:
    with migrate.db.engine.connect() as connection:
        context.configure(connection=connection, target_metadata=Base.metadata, transaction_per_migration=True, **options)
        with context.begin_transaction():
            context.run_migrations()


def run_offline() -> None:
    url = current_app.config["SQLALCHEMY_DATABASE_URI"]
    context.configure(url=url, target_metadata=Base.metadata, literal_binds=True, **options)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
