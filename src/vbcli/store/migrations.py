"""Numbered steps from an empty file to the current schema; `config.SCHEMA_VERSION` counts them.

A step that was published is never edited: a change is a new step.
"""

from sqlite_utils import Database, Migrations

from vbcli.store import schema
from vbcli.store.passages import index_anew
from vbcli.store.projection import project

migrations = Migrations("vb")


def _replace_views(db: Database, views: dict[str, str]) -> None:
    for name, sql in views.items():
        db.create_view(name, sql, replace=True)


@migrations(name="0001_register")
def register(db: Database) -> None:
    """Documents, files, units, tasks, references and their evidence."""
    for statement in schema.TABLES_1:
        db.execute(statement)
    about = (
        "Kho của vb. Mô tả từng bảng nằm trong sqlite_master; v_tasks, v_refs, v_documents là các khung nhìn ổn định."
    )
    db.execute("INSERT INTO meta (key, value) VALUES ('about', ?)", [about])
    _replace_views(db, schema.VIEWS_1)


@migrations(name="0002_follow_up")
def follow_up(db: Database) -> None:
    """Entries and events of people, and every task as it stands."""
    for statement in schema.TABLES_2:
        db.execute(statement)
    _replace_views(db, schema.VIEWS_2)
    project(db.conn)


@migrations(name="0003_search")
def search(db: Database) -> None:
    """Passages and their index, made from the texts that the archive holds."""
    for statement in schema.TABLES_3:
        db.execute(statement)
    _replace_views(db, schema.VIEWS_3)
    index_anew(db.conn)


@migrations(name="0004_reports")
def reports(db: Database) -> None:
    """Keep reports as they were given, and note the runs that wrote them."""
    for statement in schema.TABLES_4:
        db.execute(statement)
