"""Latents and pictures: decoding piece by piece, going on from a film, previews."""
