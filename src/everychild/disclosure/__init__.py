"""What of an edition may be told to everybody: rounded numbers, and figures judged from those numbers alone."""
