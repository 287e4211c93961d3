"""The dashboard, visited."""
