"""The only room that opens files and analytical engines: extracts, the engine, editions' figures."""
