"""What a file is made of: its columns and things, and a writer for each kind."""
