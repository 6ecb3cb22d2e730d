"""Runs the SQL blocks of a file in order, statement by statement, in a schema of their own."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from children import Emit
from databases import fresh_database
from psycopg.pq import TransactionStatus
from sql_statements import split_statements


@contextmanager
def prepare(unit: dict, servers: dict[str, str]) -> Iterator[dict[str, str]]:
    with fresh_database(servers["postgres"]) as url:
        yield {"DATABASE_URL": url}


def run(unit: dict, settings: dict[str, str], emit: Emit) -> None:
    with psycopg.connect(settings["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("CREATE SCHEMA example")
        connection.execute("SET search_path TO example, public")
        for index, block in enumerate(unit["codes"]):
            emit({"started": {"block": index}})
            problem = _run_block(connection, block["text"], block["line"])
            emit({"problem": {"block": index} | problem} if problem else {"ran": [index]})


def _run_block(connection: psycopg.Connection, sql: str, line: int) -> dict | None:
    statements = split_statements(sql)
    if not statements:
        return {"message": "the block has no statement"}
    for offset, statement in statements:
        try:
            connection.execute(statement.encode())
        except psycopg.Error as error:
            position = int(error.diag.statement_position or 1) - 1
            connection.rollback()
            details = "\n".join(filter(None, [error.diag.message_detail, error.diag.message_hint]))
            message = f"{error.sqlstate or 'error'}: {error.diag.message_primary or error}"
            return {"message": message, "line": line + sql.count("\n", 0, offset + position), "details": details}
    if connection.info.transaction_status != TransactionStatus.IDLE:
        connection.rollback()
        return {"message": "the block leaves a transaction open"}
    return None
