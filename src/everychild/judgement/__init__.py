"""What a figure means: status, pattern, outlook, and what needs a paragraph in the paper."""
