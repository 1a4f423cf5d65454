"""What the paragraphs of an old paper say: campaign, awards, quotas, tasks, dates."""
