"""Conform: the drafts of a cut, made anew by a model with the edit as it is."""
