"""The quota engine: whom a quota counts, within what, out of how many, and the verdict with what is still open."""
