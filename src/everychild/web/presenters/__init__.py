"""What each page says: from an edition to words, shapes and colours. Nothing here knows about Django."""
