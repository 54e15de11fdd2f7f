"""The media list: files that were imported into the project."""
