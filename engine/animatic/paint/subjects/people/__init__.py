"""People painted: bodies, clothes, heads and what they hold, from joints that motion gives."""
