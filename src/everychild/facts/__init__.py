"""The shapes we count from: one SELECT, one row per thing, its columns declared beside it."""
