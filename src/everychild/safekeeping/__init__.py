"""Keeping what a council relies on: is everything as it was kept, copies of it, and trying that a copy comes back."""
