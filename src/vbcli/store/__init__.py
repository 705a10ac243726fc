"""Records into SQLite: schema, migrations, and one transaction per file. The only place that imports sqlite_utils."""
