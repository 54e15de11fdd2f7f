"""The animatic engine: a prompt becomes a Scene, and a Scene is a pure function of time."""
