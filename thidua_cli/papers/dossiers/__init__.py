"""What units hand in and what is made of it: achievements, minutes, lists, submissions, receipts, letters of return."""
