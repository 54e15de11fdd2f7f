"""The Create panel: from a prompt to a shot."""
