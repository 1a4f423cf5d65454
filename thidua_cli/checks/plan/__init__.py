"""Checks on one plan: generators of findings, one subject a file."""
