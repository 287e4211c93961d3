"""How the documentation is built: `make docs`."""

project = "Everychild"
author = "The Everychild authors"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "Everychild"
html_static_path = []
language = "en_GB"
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
