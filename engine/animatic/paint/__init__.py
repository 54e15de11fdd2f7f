"""Painters: each paints its part of a stage over what is there already."""
