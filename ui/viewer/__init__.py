"""The viewer: the film's picture, its transport, and direct handles."""
