"""Databases that live as long as a unit. A server belongs to one worker, which runs one unit at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """The address of an empty database; it is dropped afterwards, with whoever is still connected, and so are roles."""
    name = f"example_{uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield f"{server}/{name}"
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
            _drop_roles(connection)


def _drop_roles(connection: psycopg.Connection) -> None:
    """Removes the roles that blocks have made: unlike tables they belong to the whole server."""
    query = "SELECT quote_ident(rolname) FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> current_user"
    for (role,) in connection.execute(query).fetchall():
        connection.execute(f"DROP OWNED BY {role}")
        connection.execute(f"DROP ROLE {role}")
