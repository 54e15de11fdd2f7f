"""A take on its way to a file: its stages, its sound, its writing."""
