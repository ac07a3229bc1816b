"""The clients that others build with, run against a service."""
