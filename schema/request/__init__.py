"""What was asked: selection, arguments, cursors, limits and cost."""
