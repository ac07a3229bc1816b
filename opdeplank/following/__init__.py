"""Following what changes: feeds, closed pages and streams, of one reader of the database."""
