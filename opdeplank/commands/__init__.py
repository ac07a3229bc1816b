"""One module per command: `arguments(parser)` says what it takes, `run(call)` does it and gives the exit code."""
