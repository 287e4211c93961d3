"""Programs that run another team’s validator over the same files, each by the Python of an environment of its own."""
