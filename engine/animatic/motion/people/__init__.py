"""People: how bodies on two legs hold themselves and move, whatever they do."""
