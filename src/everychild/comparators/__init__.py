"""What others’ published figures say beside ours: read from their releases, told with their vintage, never a league."""
