"""Counting on Apache Spark: the same statements turned into its SQL, for rows that already lie in a lake."""
