"""What runs in the engine's child processes: the player, the clerk and the exporter."""
