"""How an old paper is built: head, sections with their marks and roles, foot."""
