"""Care for what is loaded: merging, checking, explaining."""
