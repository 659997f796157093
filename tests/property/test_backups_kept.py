"""Whatever lies in the folder of backups and happens to it: nothing goes but what the registry made by itself."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.acts.backups.back_up import ENDING, back_up
from likeness.acts.backups.backup_wish import choose_backups
from likeness.acts.backups.backups_kept import MOST, prune, written
from likeness.acts.backups.keep_backup import keep_backup
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.offices import an_office

MADE = MOST + 4
# What may have become of a backup that was made by itself, before the next look.
LEFT, RENAMED, GONE, TEXT, OTHERS, BY_HAND, CUT, LINK, FOLDER, COPIED = range(10)
FATES = st.lists(st.sampled_from(range(10)), min_size=MADE, max_size=MADE)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Liora's registry with `MADE` backups that were never pruned, one of hers by hand, and one of somebody else."""
    folder = tmp_path_factory.mktemp("kept")
    clock = FixedClock()
    liora, other = an_office(folder, clock=clock), an_office(folder, "Tidewrack", "company", clock)
    disk = folder / "disk"
    disk.mkdir()
    liora.do(choose_backups, "week", disk)
    kept = folder / "kept"
    for _week in range(MADE):
        clock.forward(days=7)
        liora.do(keep_backup)
        shutil.copytree(disk, kept, dirs_exist_ok=True)  # those that went are needed again
    by_hand = liora.do(back_up, folder / f"hand{ENDING}").value.file
    others = other.do(back_up, folder / f"other{ENDING}").value.file
    yield liora, disk, kept, by_hand.read_bytes(), others.read_bytes()
    liora.close()
    other.close()


def befall(path, fate, by_hand, others):
    """Let something happen to a backup; tells whether it is still one that may go."""
    data = path.read_bytes()
    if fate == RENAMED:
        path.rename(path.with_name(f"my {path.name}"))
    elif fate in (GONE, LINK, FOLDER):
        path.unlink()
        if fate == LINK:
            beside = path.with_name(f"{path.name}.real")
            beside.write_bytes(data)
            path.symlink_to(beside)
        elif fate == FOLDER:
            path.mkdir()
    elif fate == COPIED:
        path.with_name(f"copy of {path.name}").write_bytes(data)
    else:
        path.write_bytes({TEXT: b"hers", OTHERS: others, BY_HAND: by_hand, CUT: data[: len(data) // 2]}.get(fate, data))
    return fate in (LEFT, COPIED)


@given(
    fates=FATES, strangers=st.lists(st.sampled_from(["notes.txt", f"liora-2026-03-02{ENDING}", ".hidden"]), unique=True)
)
@settings(max_examples=60, deadline=None)
def test_nothing_that_is_not_ours_is_ever_removed(world, fates, strangers):
    liora, disk, kept, by_hand, others = world
    shutil.rmtree(disk)
    shutil.copytree(kept, disk)
    ours = [one.path for one in written(liora.registry)]
    assert len(ours) == MADE
    may_go = [path for path, fate in zip(ours, fates, strict=True) if befall(path, fate, by_hand, others)]
    for name in strangers:
        (disk / name).write_bytes(others)
    before = set(disk.iterdir())
    gone = prune(liora.registry, disk)
    assert before - set(disk.iterdir()) == set(may_go[MOST:])
    assert sorted(gone) == sorted(path.name for path in may_go[MOST:])


def test_another_folder_of_that_name_is_left_alone(world):
    """The same files, copied elsewhere: a copy that somebody took is hers."""
    liora, _disk, kept, _by_hand, _others = world
    with TemporaryDirectory() as place:
        copied = Path(place) / "disk"
        shutil.copytree(kept, copied)
        assert prune(liora.registry, copied) == ()
        assert len(list(copied.iterdir())) == MADE
