"""What is wrong with the records, said so that it can be put right."""
