"""Files that lie elsewhere now: the fingerprint says which they are."""

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.doubles.check_doubles import check_doubles
from likeness.acts.doubles.move_files import move_files
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.errors import Refused
from likeness.values.outcome import Change


@pytest.fixture
def moved(liora, tmp_path):
    """A scan of two files with the same bytes and a third one; all of them were moved."""
    files = []
    for name, inside in (("a.obj", b"same"), ("b.obj", b"same"), ("c.obj", b"other")):
        files.append(tmp_path / name)
        files[-1].write_bytes(inside)
    liora.do(record_double, NewDouble("scan", "face-scan", "Scan", paths=tuple(files)))
    (tmp_path / "new").mkdir()
    now = [file.rename(tmp_path / "new" / f"renamed-{file.name}") for file in files]
    liora.do(check_doubles, "scan")
    return now


def files_of(office):
    return office.registry.doubles.get("scan").files


def test_files_are_known_by_their_fingerprint_and_keep_the_names_they_were_recorded_with(liora, moved):
    before = liora.registry.journal.size()
    done = liora.do(move_files, "scan", moved)
    assert (len(done.value), done.changed) == (3, frozenset({Change.DOUBLES}))
    assert [(file.name, file.path, file.state) for file in files_of(liora)] == [
        (name, str(place), "matches") for name, place in zip(("a.obj", "b.obj", "c.obj"), moved, strict=True)
    ]
    assert liora.registry.journal.size() == before + 3
    assert check_registry(liora.desk) == []
    (row,) = liora.do(check_doubles, "scan").value
    assert {file.state for file in row.files} == {"matches"}


def test_what_was_chosen_beside_is_left_alone(liora, moved, tmp_path):
    beside = tmp_path / "beside.obj"
    beside.write_bytes(b"beside")
    assert [file.name for file in liora.do(move_files, "scan", (beside, moved[2])).value] == ["c.obj"]
    assert [file.state for file in files_of(liora)] == ["missing", "missing", "matches"]


def test_one_file_is_not_two(liora, moved):
    liora.do(move_files, "scan", moved[:1])
    with pytest.raises(Refused, match="other-file"):
        liora.do(move_files, "scan", moved[:1])


def test_the_place_of_another_file_stays_with_that_one(liora, moved, tmp_path):
    (tmp_path / "c.obj").write_bytes(b"same")
    with pytest.raises(Refused, match="other-file"):
        liora.do(move_files, "scan", (tmp_path / "c.obj",))


def test_another_file_is_refused_and_nothing_is_recorded(liora, moved, tmp_path):
    other, before = tmp_path / "other.obj", liora.registry.journal.size()
    other.write_bytes(b"another")
    with pytest.raises(Refused, match="other-file"):
        liora.do(move_files, "scan", (other,))
    assert liora.registry.journal.size() == before
    with pytest.raises(Refused, match="unknown-likeness"):
        liora.do(move_files, "nobody", moved)
