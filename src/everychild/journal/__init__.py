"""The journal: a Django app that remembers what was loaded, closed and judged. Its commit is the commit point."""
