"""What every answer over HTTP has: templates, files, refusals, limits."""
