"""The papers of a session of the council, from its decision to its minutes."""
