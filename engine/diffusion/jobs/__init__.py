"""What a model is called with: the request's words, pictures and films, part by part."""
