"""Small controls of our own that panels are built from."""
