"""Media files: what they hold, their pictures and sound by exact moment, and finished films."""
