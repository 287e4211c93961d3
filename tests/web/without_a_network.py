"""A month’s work on a machine with no way out, and how often the system was asked for one.

    unshare --net python -m tests.web.without_a_network HOME FOLDER

Prints JSON: the counts of packets that had nowhere to go, before the work, after it, and after one that was sent on
purpose; and the answer of each page. Where there is no route, every packet for another machine is counted by the
system, whoever sends it: the server, a process it started, or the reader of a file.
"""

from __future__ import annotations

import fcntl
import json
import socket
import struct
import sys
from datetime import UTC, date, datetime
from pathlib import Path

READ_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 0x1
NOWHERE = ("192.0.2.1", 9)
"""An address kept for examples: nobody has it."""


def main(path: Path, folder: Path) -> None:
    bring_up_loopback()
    told: dict[str, object] = {"before": packets_without_a_way()}
    told["pages"] = work(path, folder)
    told["after"] = packets_without_a_way()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        try:
            out.sendto(b"?", NOWHERE)
        except OSError:
            told["control"] = packets_without_a_way()
    print(json.dumps(told))


def bring_up_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        request = struct.pack("16sh", b"lo", 0)
        _, flags = struct.unpack("16sh", fcntl.ioctl(asked, READ_FLAGS, request))
        fcntl.ioctl(asked, SET_FLAGS, struct.pack("16sh", b"lo", flags | UP))


def packets_without_a_way() -> int:
    """Of both kinds of address."""
    names, counts = (line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if line.startswith("Ip:"))
    later = dict(line.split() for line in Path("/proc/net/snmp6").read_text().splitlines())
    return int(counts[names.index("OutNoRoutes")]) + int(later["Ip6OutNoRoutes"])


def work(path: Path, folder: Path) -> dict[str, int]:
    """A load and a close, the papers and what is published, then the pages of each role; each with its status."""
    from everychild.month_end import close, load, open_edition
    from everychild.northbrook import write_files
    from everychild.papers import write_drafts
    from everychild.publishing import publish
    from everychild.roles import Role
    from everychild.store.home import Home
    from tests.web.conftest import served
    from tests.web.invented import APRIL
    from tests.web.staff import signed_in, staffed

    own = staffed(Home(path), folder / "home")
    later = write_files(folder / "files", children=60, months=1)[-1]
    load(own, [later.folder], datetime(2019, 6, 3, 9, tzinfo=UTC), later.extracted_on)
    close(own, APRIL, datetime(2019, 6, 4, 9, tzinfo=UTC))
    found = open_edition(own, APRIL)
    assert found is not None
    write_drafts(own, found[0], date(2019, 6, 18), folder / "papers")
    publish(own, APRIL, folder / "site", "Ana Lyst", "Analyst", datetime(2019, 6, 20, 9, tzinfo=UTC))
    answers = {}
    for address in served(own, 19370):
        for role, places in {
            Role.ANALYST: ("/p/2019-04/", "/p/2019-04/i/CP22/", "/load/", "/p/2019-04/i/CP22/children/"),
            Role.TEAM_MANAGER: ("/w/", "/c/2019-04/CP22/"),
            Role.COUNCILLOR: ("/r/", "/calendar/"),
        }.items():
            visitor = signed_in(address, role)
            answers |= {f"{role} {place}": visitor.get(place).status for place in places}
    return answers


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
