"""Many councils side by side: each sends a signed file of rounded numbers, and no row of a child leaves home."""
