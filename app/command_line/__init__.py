"""The commands: the same core as the window's, without a window."""
