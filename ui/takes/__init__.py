"""Takes of a shot: what each looks like, which one shows, and two of them side by side."""
