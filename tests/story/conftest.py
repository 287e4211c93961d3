"""The browser that takes the pictures of the demonstration."""

from __future__ import annotations

from tests.web.conftest import browser_type_launch_args, pictures

__all__ = ["browser_type_launch_args", "pictures"]
