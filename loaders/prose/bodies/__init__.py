"""Gemeenten, organisations and councils, and how they relate."""
