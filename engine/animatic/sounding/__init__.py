"""What a scene sounds like: beds of noise and events tied to what is seen."""
