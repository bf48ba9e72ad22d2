"""Values at the edge of the database: aware times in UTC, and the database's own clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Double
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import TypeDecorator


class Utc(TypeDecorator[datetime]):
    """An aware moment. SQLite keeps none of its zone, so it goes in as UTC and comes back as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database. A naive time is a ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without its zone: {value}")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class database_seconds(GenericFunction[float]):  # noqa: N801 - named as SQL functions are
    """The database's present in Unix seconds: leases of several machines are measured by one clock."""

    type = Double()
    inherit_cache = True


@compiles(database_seconds, "sqlite")
def _on_sqlite(element: database_seconds, compiler: SQLCompiler, **kw: Any) -> str:
    # Julian day of the Unix epoch: https://www.sqlite.org/lang_datefunc.html
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(database_seconds, "postgresql")
def _on_postgresql(element: database_seconds, compiler: SQLCompiler, **kw: Any) -> str:
    return "(extract(epoch FROM clock_timestamp())::double precision)"
