"""The camera without a camera: frames are fed to the sink that a camera would feed."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageFilter
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from likeness.errors import Unreadable
from likeness.paper.qr.qr_frame import Frame, read_frame
from likeness.paper.qr.qr_image import make_qr
from tests.fakes.hands import gone
from tests.fakes.papers import code
from tests.fakes.words import every_kind
from ui.kit.background.jobs import Jobs
from ui.kit.camera.camera_dialog import CameraDialog
from ui.kit.camera.camera_source import GONE, NO_CAMERA, NO_MODULE, REFUSED, CameraSource
from ui.kit.camera.frame_reader import FrameReader, read_picture
from ui.kit.camera.viewfinder import Viewfinder

multimedia = pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)  # or a library of the system
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "No RHI backend")
WIDE, HIGH = 1280, 720


def frame(side=432, light=1.0, blur=0.5):
    """A frame of 1280 x 720 with the example licence held before it."""
    picture = Image.new("L", (WIDE, HIGH), 170)
    if side:
        held = Image.open(BytesIO(code().png(4))).convert("L").resize((side, side), Image.Resampling.LANCZOS)
        picture.paste(held, ((WIDE - side) // 2, (HIGH - side) // 2))
    return picture.filter(ImageFilter.GaussianBlur(blur)).point(lambda value: round(value * light))


def image_of(picture):
    return QImage(picture.tobytes(), picture.width, picture.height, picture.width, QImage.Format.Format_Grayscale8)


@pytest.fixture
def jobs(dressed):
    made = Jobs()
    yield made
    made.rest()


@pytest.fixture
def dialog(qtbot, jobs):
    around = QWidget()
    around.resize(1280, 800)
    qtbot.addWidget(around)
    made = CameraDialog(around, jobs, CameraSource())
    yield made
    if not gone(made):
        made.reject()


def test_a_code_before_the_camera_is_read_once(qtbot, dialog):
    found: list[object] = []
    dialog.found.connect(found.append)
    dialog.begin()  # this machine may have no camera: the sink is there all the same
    for _ in range(4):
        dialog.source.sink.setVideoFrame(multimedia.QVideoFrame(image_of(frame())))
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    assert found == [(code().text,)]
    qtbot.waitUntil(lambda: gone(dialog))


def test_what_would_help_is_said(qtbot, dialog):
    dialog.begin()
    sink = dialog.source.sink
    for picture, words in (
        (frame(side=0), "Fill the frame with the code. Nothing is recorded."),
        (frame(side=0, light=0.1), "It is dark. Add some light."),
        (frame(side=110), "Come closer, until the code fills the frame."),
        (_scribbled(frame()), "Hold it still and flat, with all four corners in the picture."),
    ):
        sink.setVideoFrame(multimedia.QVideoFrame(image_of(picture)))
        qtbot.waitUntil(lambda wanted=words: dialog._words.text() == wanted, timeout=20_000)
    assert dialog.isVisible()


def _scribbled(picture):
    """The corners are there, the data is not."""
    for place in range(480, 800, 40):
        picture.paste(0, (place, 330, place + 20, 560))
    return picture


def test_a_code_that_is_seen_and_not_read_is_to_be_held_still_or_closer():
    covered = _scribbled(frame())
    assert read_frame(covered.tobytes(), WIDE, HIGH) == Frame((), "steady")
    for side in (100, 104, 108, 112):
        assert read_frame(frame(side=side).tobytes(), WIDE, HIGH) == Frame((), "closer")
    assert read_frame(frame(side=0, light=0.1).tobytes(), WIDE, HIGH) == Frame((), "dark")
    assert read_frame(frame(side=0).tobytes(), WIDE, HIGH) == Frame((), "")
    assert read_frame(frame().tobytes(), WIDE, HIGH).texts == (code().text,)


@pytest.mark.parametrize(("width", "height"), [(WIDE, HIGH + 1), (0, 0), (5_000, 5_000)])
def test_frames_of_another_shape_are_unreadable(width, height):
    with pytest.raises(Unreadable):
        read_frame(frame(side=0).tobytes(), width, height)


@pytest.mark.parametrize("trouble", [NO_CAMERA, NO_MODULE, REFUSED, GONE])
def test_each_trouble_has_its_sentence_and_a_way_out(qtbot, dialog, trouble):
    asked = []
    dialog.picture.connect(lambda: asked.append(True))
    dialog.open()
    dialog.source.failed.emit(trouble)
    said = dialog._none._title.text(), dialog._none._words.text()
    assert all(said)
    assert dialog._pages.currentWidget() is dialog._none
    dialog._instead()
    assert asked == [True]


def test_a_camera_that_is_lost_says_so_and_comes_back(qtbot, dialog):
    dialog.begin()
    dialog.source.lose()
    assert dialog._none._title.text() == "The camera is gone"
    dialog.source.sink.setVideoFrame(multimedia.QVideoFrame(image_of(frame(side=0))))
    qtbot.waitUntil(lambda: dialog._pages.currentWidget() is dialog._finder)


def test_the_newest_frame_wins(qtbot, dressed):
    taken: list[object] = []
    waiting: list[Any] = []

    class Slow:
        def submit(self, _lane, _owner, work, then, fail):
            waiting.append((work, then, fail))

    reader = FrameReader(Slow())
    reader.read.connect(taken.append)
    blank, held = image_of(frame(side=0)), image_of(frame())
    for picture in (blank, blank, blank, held):
        reader.take(picture)
    assert len(waiting) == 1  # three came while the first was read: only the last of them waits
    while waiting:
        work, then, _fail = waiting.pop(0)
        then(work(None))
    assert taken == [(code().text,)]
    reader.take(held)
    assert waiting == []


def test_a_hint_stands_until_a_second_of_frames_has_none(dressed):
    class Told:
        """Reads at once; what each frame gives is told beforehand."""

        def submit(self, _lane, _owner, _work, then, _fail):
            then(Frame((), hints.pop(0)))

    said: list[str] = []
    reader = FrameReader(Told())
    reader.hint.connect(said.append)
    hints = ["closer", "", "closer", *[""] * 14, "steady", *[""] * 15, ""]
    blank = image_of(frame(side=0))
    for _ in range(len(hints)):
        reader.take(blank)
    assert said == ["closer", "closer", "steady", "", ""]


def test_rows_with_unused_bytes_at_their_end_are_read(dressed):
    picture = frame().crop((100, 0, 1101, 720))  # 1001 pixels wide: Qt pads its rows to 1004 bytes
    copy = image_of(picture).copy()
    assert copy.bytesPerLine() != copy.width()
    assert read_picture(copy).texts == (code().text,)


def test_the_frame_to_fill_is_sixty_percent_of_the_picture(qtbot, dressed):
    finder = Viewfinder()
    qtbot.addWidget(finder)
    finder.resize(672, 378)
    finder.show_picture(image_of(frame()))
    box = finder.frame_box()
    assert box.width() == box.height() == round(378 * 0.6)
    assert abs(box.center().x() - 336) <= 1
    assert not finder.grab().isNull()


def test_reading_stays_off_the_gui_thread(qtbot, jobs):
    import threading

    threads = []
    reader = FrameReader(jobs)
    jobs.submit("read", reader, lambda _job: threads.append(threading.current_thread()), lambda _: None, lambda _: None)
    reader.take(image_of(frame(side=0)))
    qtbot.waitUntil(lambda: bool(threads) and not reader._busy, timeout=20_000)
    assert threads[0] is not threading.main_thread()


@pytest.mark.parametrize("place", ["licences", "contacts"])
def test_what_is_held_before_the_camera_is_taken_in(window, qtbot, place):
    """The code of a card, on the screen of licences as well as on that of contacts."""
    made = make_qr(every_kind()["key-card"].data)
    held = Image.open(BytesIO(made.png(4))).convert("L").resize((432, 432), Image.Resampling.LANCZOS)
    picture = Image.new("L", (WIDE, HIGH), 170)
    picture.paste(held, ((WIDE - 432) // 2, (HIGH - 432) // 2))
    screen = window.shell.page_of(place)
    said: list[str] = []
    screen.said.connect(said.append)
    camera = screen.ways.use_camera(CameraSource())
    camera.source.sink.setVideoFrame(multimedia.QVideoFrame(image_of(picture)))
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == ["The card of Liora Vantreight is kept. Confirm it once you know that it is theirs."]
