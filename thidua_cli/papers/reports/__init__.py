"""Reports and statistics: derived from nominations, votes, decisions and results."""
