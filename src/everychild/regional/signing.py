"""A council’s signature on its file, so that a region knows who sent it and that nobody changed it on the way."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from everychild.errors import EverychildError, MissingPart


def make_key(path: Path) -> str:
    """Makes a signing key only its owner can read, and gives the public half. Raises where a file is there already."""
    private = _ed25519().Ed25519PrivateKey.generate()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise EverychildError(f"{path} is there already, and a key is never written over. Name another file.") from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(private.private_bytes_raw().hex() + "\n")
    return str(private.public_key().public_bytes_raw().hex())


def sign(content: bytes, key: Path) -> str:
    """The signature, in hexadecimal. Raises EverychildError where the file holds no key."""
    try:
        private = _ed25519().Ed25519PrivateKey.from_private_bytes(
            bytes.fromhex(key.read_text(encoding="ascii").strip())
        )
    except (OSError, ValueError):
        raise EverychildError(
            f"{key} holds no signing key. Make one: everychild regional key {key}, and send the region its public half."
        ) from None
    return str(private.sign(content).hex())


def is_signed_by(content: bytes, signature: str, public: str) -> bool:
    """Whether whoever holds the private half of a public key signed exactly these bytes."""
    from cryptography.exceptions import InvalidSignature

    try:
        _ed25519().Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _ed25519() -> Any:  # a module that may not be installed
    try:
        from cryptography.hazmat.primitives.asymmetric import ed25519
    except ImportError:
        raise MissingPart(
            "Signing needs a part that is not installed (cryptography). Install it with: pip install "
            "'everychild[regional]'"
        ) from None
    return ed25519
