// How the page begins: its own address, a pasted text, a file, a picture, the camera.

// How pictures begin; null is any byte. A text may begin with the two letters of a BMP.
const ANY = [null, null, null, null];
const PICTURES = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x42, 0x4d, ...ANY, 0, 0, 0, 0],
  [0x52, 0x49, 0x46, 0x46, ...ANY, 0x57, 0x45, 0x42, 0x50]];

function now() {
  return Math.floor(Date.now() / 1000);
}

let asked = 0; // checks so far: the answer to an earlier one never takes the place of a later one

async function answer(check) {
  const mine = (asked += 1);
  closeCamera();
  trouble("");
  if (!globalThis.crypto?.subtle) {
    trouble("no-crypto");
    return;
  }
  let found;
  try {
    found = await check();
  } catch (why) {
    if (!(why instanceof NoReader)) throw why;
    if (mine === asked) trouble("no-reader");
    return;
  }
  if (mine !== asked) return;
  report = found;
  show();
  byId("answer").focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

async function checkFragment() {
  const digits = location.hash.slice(1);
  if (digits === "") return;
  const known = /^[1-9][0-9]{0,7200}$/.test(digits);
  await answer(() => (known ? checkText(`HTTPS://H/V#${digits}`, "text", now()) : stopped("format", "other", "not-ours")));
}

async function checkFile(file) {
  if (file.size > 64 * 1024 * 1024) return answer(() => stopped("read", "unreadable", "too-large"));
  const data = new Uint8Array(await file.arrayBuffer());
  if (looksLikeOurs(data) || isArchive(data)) return answer(() => checkData(data, now()));
  if (String.fromCharCode(...data.subarray(0, 1024)).includes("%PDF-")) return trouble("pdf");
  if (PICTURES.some((head) => head.every((byte, at) => byte === null || data[at] === byte))) return answer(() => checkPicture(file));
  return answer(() => checkData(data, now()));
}

async function checkPicture(blob) {
  let texts;
  try {
    texts = await readPicture(blob);
  } catch (why) {
    if (why instanceof NoReader) throw why;
    return stopped("read", "unreadable", "not-a-picture");
  }
  return checkCodes(texts, now());
}

function listen() {
  byId("tongue").addEventListener("click", () => speak(tongue === "en" ? "fr" : "en"));
  byId("camera").addEventListener("click", () => (stream === null ? openCamera() : closeCamera()));
  byId("another").addEventListener("click", showStart);
  byId("file").addEventListener("change", ({ target }) => {
    if (target.files.length) checkFile(target.files[0]).then(() => { target.value = ""; });
  });
  byId("paste").addEventListener("submit", (event) => {
    event.preventDefault();
    answer(() => checkText(byId("text").value, "text", now()));
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) checkFile(event.dataTransfer.files[0]);
    else answer(() => checkText(event.dataTransfer.getData("text/plain"), "text", now()));
  });
  document.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) checkFile(event.clipboardData.files[0]);
    else if (event.target !== byId("text")) answer(() => checkText(event.clipboardData.getData("text/plain"), "text", now()));
  });
  window.addEventListener("hashchange", checkFragment);
  document.addEventListener("visibilitychange", () => { if (document.hidden) closeCamera(); });
}

byId("software").textContent = byId("licences").textContent;
speak((navigator.language ?? "en").toLowerCase().startsWith("fr") ? "fr" : "en");
listen();
checkFragment();
