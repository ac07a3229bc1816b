"""The places where people and functions stand together: sentences, lists, tables and cards."""
