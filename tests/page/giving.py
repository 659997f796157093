"""Giving things to the phone page: the digits of a code, its picture, a file."""

from __future__ import annotations

from likeness.paper.qr.qr_image import make_qr
from likeness.paper.qr.qr_payload import qr_text
from tests.fakes.licences import accepted

TEXT_OF = "byId('%s').textContent"


def digits(data):
    return qr_text(data, "example.org").partition("#")[2]


def code(data=None, pixels=4):
    return make_qr(data or accepted()).png(pixels)


def give(browser, folder, name, data):
    """Open a file in the page and wait for its answer."""
    path = folder / name
    path.write_bytes(data)
    browser.ask("report = null; trouble('')")  # what was said of an earlier one is no answer to this one
    browser.give_file("#file", path)
    browser.wait_for("report !== null || byId('trouble').textContent !== ''")
    return browser.ask("report ? report.answer : byId('trouble').textContent")
