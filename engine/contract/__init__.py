"""The waist between the floors: plain frozen values that both sides speak."""
