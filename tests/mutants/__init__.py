"""Do the tests notice when a rule is wrong? ``python -m tests.mutants``."""
