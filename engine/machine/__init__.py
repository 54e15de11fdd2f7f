"""What this machine has: libraries, encoders, sound, fonts, room; and what to do about the rest."""
