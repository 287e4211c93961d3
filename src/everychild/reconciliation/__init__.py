"""Two sources held against each other: the same child and event in both, told alike, otherwise, or by one alone."""
