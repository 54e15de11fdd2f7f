"""The document: frozen values from Project down to Clip, and the check that holds them together."""
