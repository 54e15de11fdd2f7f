"""Makes shots with diffusion models; only the maker child runs it."""
