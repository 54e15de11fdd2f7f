"""Music: short pieces made for a shot from its mood, seed and length."""
