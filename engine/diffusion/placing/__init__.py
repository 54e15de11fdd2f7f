"""Loads models and puts them where and how a forecast says."""
