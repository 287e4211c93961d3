"""The dashboard: pages made on this computer, for reading. Presenters own the words; templates place them."""
