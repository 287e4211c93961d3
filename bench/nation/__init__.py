"""The country, made up: many councils and ten years as a lake of Parquet, and what it takes to count them.

    python -m bench.nation LAKE --councils 153          writes the lake
    python -m bench.nation.count LAKE                   counts every indicator over it, council by council

The first council is Northbrook, lived for as many years as asked for, its files written and read as any council’s are.
The others are that one again, each with its own share of the children, drawn by seed, under references of its own. So
the rows are of the shape, number and untidiness that real ones would have, and the trends of all councils are one: this
is for time and memory, and not for comparing anybody.
"""
