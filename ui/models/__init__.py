"""Models: which there are, what each makes, what it may be used for, and what it costs here."""
