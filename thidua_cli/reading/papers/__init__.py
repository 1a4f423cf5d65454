"""Old papers (Word, plain text): paragraphs as printed, each with its place."""
