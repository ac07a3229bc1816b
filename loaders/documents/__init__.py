"""Bytes to documents, in a child process."""
