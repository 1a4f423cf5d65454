"""Users' files written: YAML, register. Atomically, never over a person's edits."""
