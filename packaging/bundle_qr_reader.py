"""Bundles the QR reader of the phone page from the published package, byte for byte and with one cut.

    npm pack zxing-wasm@3.1.4
    python packaging/bundle_qr_reader.py zxing-wasm-3.1.4.tgz

It takes the two files of the reader and the licence out of the package whose SHA-256 stands below, and writes them to
resources/page/reader. The one cut: the address from which the library would fetch its program if it were not given it
(decision 0012). Nothing of this is needed to run Likeness.
"""

from __future__ import annotations

import re
import sys
import tarfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

PACKAGE = "2416232a155533bdcfa098a22ec9087734b34640ffa2a7add90bc36e145f6da0"
SHELF = Path(__file__).resolve().parents[1] / "resources" / "page" / "reader"
ADDRESS = re.compile(rb"https://[a-z.]+/npm/zxing-wasm@[0-9.]+/dist/")
TAKEN = {
    "package/dist/iife/reader/index.js": "zxing_reader.js",
    "package/dist/reader/zxing_reader.wasm": "zxing_reader.wasm",
    "package/LICENSE": "LICENSE-zxing-wasm.txt",
}


def main(words: list[str]) -> int:
    """Bundle the reader of the package that is named on the command line."""
    data = Path(words[0]).read_bytes()
    if sha256(data).hexdigest() != PACKAGE:
        sys.stderr.write("This is not the package that was chosen.\n")
        return 1
    SHELF.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=BytesIO(data)) as package:
        for name, kept in TAKEN.items():
            member = package.extractfile(name)
            part = member.read() if member else b""
            found, cuts = ADDRESS.subn(b"", part) if name.endswith(".js") else (part, 1)
            if cuts != 1:
                sys.stderr.write(f"{name} is not as it was.\n")
                return 1
            (SHELF / kept).write_bytes(found)
            sys.stdout.write(f"{sha256(found).hexdigest()}  {kept}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
