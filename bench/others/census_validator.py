"""csc-validator-be-cin over one census; run by the Python of its own environment.

ENVIRONMENT/bin/python bench/others/census_validator.py FOLDER RESULT
"""

from __future__ import annotations

import importlib
import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from cin_validator import cin_validator


def main(folder: Path, result: Path) -> None:
    root = ET.parse(folder / "census.xml").getroot()
    tables = cin_validator.process_data(cin_validator.convert_data(root))
    registry = importlib.import_module("cin_validator.rules.cin2025_26").registry
    done = cin_validator.CinValidator(tables, registry)
    issues = done.full_issue_df
    told = {
        "issues": {str(code): int(rows["child_id"].nunique()) for code, rows in issues.groupby("rule_code")},
        "run": [str(code) for code in done.rules_passed],
        "failed": [],
        "not_run": [],
    }
    result.write_text(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
