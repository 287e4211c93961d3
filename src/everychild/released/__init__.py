"""The released site: plain pages and open data, made from rounded numbers alone. Files and nothing more.

It needs no server of ours, no database and no script to be read, sets no cookie, and asks nobody else for anything.
"""
