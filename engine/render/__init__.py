"""From a plan to pictures, sound and a file."""
