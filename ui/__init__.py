"""The window: shows the session and turns gestures into commands."""
