// The camera: frames are read one after the other, the newest first, until one holds a code of ours.

let stream = null;

async function openCamera() {
  trouble("");
  try {
    const video = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };
    stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
  } catch {
    trouble("no-camera");
    return;
  }
  byId("film").srcObject = stream;
  byId("eye").hidden = false;
  byId("camera").textContent = say("page", "stop");
  await byId("film").play();
  try {
    await watch();
  } catch (why) {
    closeCamera();
    if (!(why instanceof NoReader)) throw why;
    trouble("no-reader");
  }
}

function closeCamera() {
  for (const track of stream?.getTracks() ?? []) track.stop();
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
      await answer(() => checkText(ours[0], "picture", now()));
      return;
    }
    await new Promise((done) => requestAnimationFrame(done));
  }
}
