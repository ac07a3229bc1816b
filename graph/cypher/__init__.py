"""Statements: reads as data and as text, writes as rows, and what takes away again."""
