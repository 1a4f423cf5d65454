"""Checks on the nominations of a campaign: generators of findings, one subject a file."""
