"""The papers of the ceremony: who is invited, what happens, who is called."""
