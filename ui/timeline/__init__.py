"""The timeline: geometry, painting and gestures of the film's tracks."""
