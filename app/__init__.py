"""The editing session: document, edits, history, storage and jobs, without any Qt."""
