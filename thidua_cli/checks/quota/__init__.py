"""The quota engine: whom a quota counts, what its bound comes to, and what follows; it never guesses."""
