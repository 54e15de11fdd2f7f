"""The edits: pure functions from a document to a document, each a verb."""
