"""The figures for other programs: read only, typed, and told of by an OpenAPI document. Never a child’s row."""
