"""Side by side with what an analyst would write instead: the same indicators over the same records, to the integer.

    python -m bench.beside LAKE [--council 1] [--months 60]

Everychild reads a council’s kept lists and stitches its records; the others are given those records, stitched, as one
Parquet file each, which is the harder half of the work done for them.
"""
