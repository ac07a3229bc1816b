"""What is asked as a file: tables, graphs and linked data, written while they are read."""
