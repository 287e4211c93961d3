"""One small adapter a family of releases, each known by what is in a file and never by its name."""
