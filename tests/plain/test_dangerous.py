"""What the program must not hold anywhere: each rule is read off its source, the invented council’s apart."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "everychild"
RUNS_TEXT = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "pty.spawn"}
MAKES_OBJECTS = {"pickle", "marshal", "shelve", "dill", "yaml", "jsonpickle"}
KNOWN_CRYPTOGRAPHY = {
    "cryptography.exceptions",
    "cryptography.hazmat.primitives",
    "cryptography.hazmat.primitives.asymmetric",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cryptography.hazmat.primitives.serialization",
}
OTHER_CRYPTOGRAPHY = {"Crypto", "Cryptodome", "nacl", "M2Crypto", "rsa", "ssl"}
DIGESTS = {"hashlib.sha256", "hashlib.file_digest"}


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    found = sorted(path for path in SOURCE.rglob("*.py") if "northbrook" not in path.parts)
    assert len(found) > 400
    return tuple((path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))) for path in found)


def called(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_nothing_runs_text_as_a_program() -> None:
    """No shell, no evaluation, and nothing that makes objects of bytes by their own account."""
    for name, tree in modules():
        for what, call in called(tree):
            assert what not in RUNS_TEXT, f"{name} calls {what}"
            told = {each.arg: each.value for each in call.keywords}
            assert "shell" not in told, f"{name} asks for a shell"
            if what in ("subprocess.run", "subprocess.Popen", "Popen"):
                assert not isinstance(call.args[0], ast.Constant | ast.JoinedStr), f"{name} runs a line of text"
        assert not MAKES_OBJECTS & {each.partition(".")[0] for each in imported(tree)}, name


def test_chance_that_must_not_be_guessed_is_the_system_s() -> None:
    """Nothing takes chance from `random`; keys, tokens and codes come from `secrets` or the libraries made for them."""
    from_the_system = set()
    for name, tree in modules():
        found = set(imported(tree))
        assert "random" not in found, name
        assert not any(
            "numpy.random" in ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)
        )
        if "secrets" in found:
            from_the_system.add(name)
    assert from_the_system >= {"store/keys.py", "web/tokens.py", "web/second_factor.py"}


def test_cryptography_is_by_known_libraries_and_none_that_is_broken() -> None:
    for name, tree in modules():
        for each in imported(tree):
            assert each.partition(".")[0] not in OTHER_CRYPTOGRAPHY, f"{name} imports {each}"
            assert not each.startswith("cryptography") or each in KNOWN_CRYPTOGRAPHY, f"{name} imports {each}"
            assert not each.startswith("hmac"), name
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "hashlib":
                assert ast.unparse(node) in DIGESTS, f"{name} uses {ast.unparse(node)}"
            if isinstance(node, ast.ImportFrom) and node.module == "cryptography.hazmat.primitives.asymmetric":
                assert {each.name for each in node.names} == {"ed25519"}, name
            if isinstance(node, ast.ImportFrom) and node.module == "hashlib":
                assert {f"hashlib.{each.name}" for each in node.names} <= DIGESTS, name


def test_every_part_is_locked_with_its_digest_and_comes_from_one_place() -> None:
    """The lock file is the list of all that is installed: where each comes from, and what its files must be."""
    parts = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    others = [part for part in parts if part["name"] != "everychild"]
    assert len(others) > 50
    for part in others:
        assert part["source"] == {"registry": "https://pypi.org/simple"}, part["name"]
        files = [*part.get("wheels", []), *([part["sdist"]] if "sdist" in part else [])]
        assert files, part["name"]
        assert all(file["hash"].startswith("sha256:") for file in files), part["name"]
