"""Northbrook written once for each size and seed the story is checked at."""

import pytest

from everychild.northbrook import write_files
from tests.northbrook.written import Files

SIZES_AND_SEEDS = [(children, seed) for children in (600, 3000) for seed in (2019, 7, 41)]


@pytest.fixture(scope="session", params=SIZES_AND_SEEDS, ids=lambda param: f"{param[0]} children, seed {param[1]}")
def northbrook(request, tmp_path_factory) -> Files:
    children, seed = request.param
    folder = tmp_path_factory.mktemp(f"northbrook-{children}-{seed}")
    return Files(write_files(folder, seed=seed, children=children), children)
