"""The engine: makes and shows pictures and sound. It knows no project, no undo and no window."""
