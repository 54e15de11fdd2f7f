"""The engine's version: part of every recipe."""

VERSION = "0.1.0"
