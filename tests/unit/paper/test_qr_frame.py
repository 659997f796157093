"""A small part of the simulated camera (tests/speed/camera.py has the whole table), the same frames on every run."""

import pytest

from likeness.paper.qr.qr_frame import read_frame
from likeness.paper.qr.qr_read import _texts
from tests.fakes.camera import CONDITIONS, SIDE, Condition, a_code, frame
from tests.speed.camera import FRAMES, VERSIONS, floor

SOME = 2
CODE = a_code(20)


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.name)
def test_a_full_code_is_read_in_each_condition(condition):
    for seed in range(SOME):
        assert read_frame(frame(CODE, condition, seed).tobytes(), SIDE, SIDE).texts == (CODE.text,)


def test_the_second_pass_reads_what_the_first_cannot():
    blurred = [frame(CODE, Condition("blur 1.5", blur=1.5), seed) for seed in range(SOME)]
    assert [_texts(one)[0] for one in blurred] == [[], []]
    assert all(read_frame(one.tobytes(), SIDE, SIDE).texts == (CODE.text,) for one in blurred)


def test_frames_are_the_same_on_every_run():
    condition = CONDITIONS[-1]
    assert frame(CODE, condition, 5).tobytes() == frame(CODE, condition, 5).tobytes()
    assert frame(CODE, condition, 5).tobytes() != frame(CODE, condition, 6).tobytes()


def test_the_table_has_its_floors():
    assert {floor(one, 20) for one in CONDITIONS} == {1.0, 0.85}
    assert len([one for one in CONDITIONS if not one.hard]) == 9
    assert (FRAMES, VERSIONS) == (20, (18, 20, 22))
