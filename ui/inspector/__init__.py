"""The inspector: one small control for each property of the selected clip."""
