// The camera: frames are read one after the other, the newest first, until one holds a code of ours.

let stream = null;
let turn = 0; // each opening and each closing; a camera that comes when it is no longer its turn is closed at once

async function openCamera() {
  trouble("");
  const mine = (turn += 1);
  let given;
  try {
    const video = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };
    given = await navigator.mediaDevices.getUserMedia({ video, audio: false });
  } catch {
    if (mine === turn) trouble("no-camera");
    return;
  }
  if (mine !== turn) return stop(given);
  stream = given;
  byId("film").srcObject = stream;
  byId("eye").hidden = false;
  byId("camera").textContent = say("page", "stop");
  try {
    await byId("film").play();
    await watch();
  } catch (why) {
    if (mine !== turn) return; // it was closed meanwhile
    closeCamera();
    if (!(why instanceof NoReader)) throw why;
    trouble("no-reader");
  }
}

function stop(one) {
  for (const track of one?.getTracks() ?? []) track.stop();
}

// Whatever else is looked at, and whoever looks elsewhere: the camera is closed.
function closeCamera() {
  turn += 1;
  stop(stream);
  stream = null;
  byId("eye").hidden = true;
  byId("film").srcObject = null;
  byId("camera").textContent = say("page", "camera");
}

// The second pass costs as much as ten first ones, so it is taken on every fourth frame.
async function watch() {
  const film = byId("film");
  for (let frame = 1; stream !== null; frame += 1) {
    const texts = film.videoWidth ? await readCodes(film, film.videoWidth, film.videoHeight, frame % 4 === 0) : [];
    const ours = texts.filter(isOurs);
    if (stream !== null && ours.length) {
      closeCamera();
      await answer(() => checkCodes(ours, now()));
      return;
    }
    await new Promise((done) => requestAnimationFrame(done));
  }
}
