"""Northbrook, the invented council: seeded lives, written as real files."""
