"""What is saved gets an ending, and never the name of another file that nobody agreed to write over."""

from __future__ import annotations

import pytest

from ui.kit.pages.file_names import with_ending


@pytest.mark.parametrize(
    ("typed", "there", "saved"),
    [
        ("letter.pdf", ["letter.pdf"], "letter.pdf"),  # the dialog has asked
        ("letter", [], "letter.pdf"),
        ("letter", ["letter"], "letter.pdf"),
        ("letter", ["letter.pdf"], "letter"),
        ("letter.v2", ["letter.pdf"], "letter.v2"),
        ("letter.PDF", [], "letter.PDF"),
    ],
)
def test_the_name_that_was_agreed_to(tmp_path, typed, there, saved):
    for name in there:
        (tmp_path / name).write_text(name, "utf-8")
    assert with_ending(tmp_path / typed, ".pdf") == tmp_path / saved
