"""The public door: a process that serves one published folder, and can reach nothing else."""
