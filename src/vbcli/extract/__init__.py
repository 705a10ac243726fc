"""Document → Record: tasks, units, deadlines and references, each with its evidence."""
