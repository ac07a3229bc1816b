"""The command line as a place: arguments, progress, refusals, answers as lines."""
