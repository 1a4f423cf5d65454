"""Answers of the officer to the draft of a plan."""
