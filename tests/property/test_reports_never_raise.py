"""Whatever a file holds, reading it as a report gives rows and refusals, or one of our own errors."""

from __future__ import annotations

import gzip
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from likeness.errors import LikenessError, Unreadable
from likeness.feeds.batches import batches
from likeness.feeds.blocks import beginning
from likeness.feeds.guess import guess
from likeness.feeds.mapping import mapping_from
from likeness.feeds.sniff import sniff
from likeness.feeds.targets import TARGETS
from likeness.feeds.uses import identities, uses_of
from tests.fakes.reports import KNOWN

CALM = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
HEADS = st.lists(st.sampled_from([*TARGETS, "id", "Notes", "", "Titel"]), min_size=1, max_size=5).map(",".join)
TAIL = st.one_of(st.binary(max_size=200), st.text(alphabet='a1,;|"\n\r -é\u2028\x85', max_size=200).map(str.encode))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*TARGETS, "quantity", "x"]), inner),
    max_leaves=12,
)


def read(path, data):
    path.write_bytes(data)
    try:
        source = sniff(path)
        guesses = guess(source, beginning(source), KNOWN)
        for mapping in (None, guesses.mapping):
            for batch in batches(source, mapping):
                assert len(uses_of(batch.facts)) == batch.facts.height == len(identities(batch.facts))
                assert batch.rejected["reason"].null_count() == 0
    except LikenessError as fault:
        found = fault.file
        assert found == str(path)


@CALM
@given(head=HEADS, tail=TAIL, packed=st.booleans())
def test_csv(head, tail, packed, tmp_path):
    data = head.encode() + b"\n" + tail
    read(tmp_path / "report.csv", gzip.compress(data) if packed else data)


@CALM
@given(data=st.binary(max_size=300))
def test_any_bytes(data, tmp_path):
    read(tmp_path / "report.csv", data)


@CALM
@given(rows=st.lists(JSON, max_size=6), tail=TAIL)
def test_json_lines(rows, tail, tmp_path):
    read(tmp_path / "report.jsonl", b'{"user": "u"}\n' + "\n".join(map(json.dumps, rows)).encode() + tail)


@CALM
@given(JSON)
def test_mappings(document):
    try:
        mapping_from(document)
    except Unreadable:
        return
    assert isinstance(document, dict)
