"""csc-validator-be-903 over a folder of the return’s tables; run by the Python of its own environment.

ENVIRONMENT/bin/python bench/others/return_validator.py FOLDER RESULT
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from lac_validator import lac_validator
from lac_validator.report import Report
from lac_validator.utils import process_uploaded_files


def main(folder: Path, result: Path) -> None:
    handles = [path.open() for path in sorted(folder.glob("*.csv"))]
    files = process_uploaded_files({"This year": handles})
    registry = importlib.import_module("lac_validator.rules.lac2025_26").registry
    done = lac_validator.LacValidator(
        metadata={"collectionYear": "2026", "localAuthority": "E09000027"}, files=files, registry=registry
    )
    report = Report(done.ds_results, registry)
    issues = lac_validator.create_issue_df(report.report, report.error_report)
    told = {
        "issues": {str(code): int(rows["child_id"].nunique()) for code, rows in issues.groupby("rule_code")},
        "run": [str(code) for code in done.dones],
        "failed": [str(code) for code in done.fails],
        "not_run": [str(code) for code in done.skips],
    }
    result.write_text(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
