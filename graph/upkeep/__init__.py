"""What keeps the stored graph in order: constraints, migrations, word forms, counts and its version."""
