"""Pictures handed in with the prompt: a backdrop, a cut-out subject, first and last stills, and a
logo laid over the picture."""
