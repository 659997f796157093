// Reading codes from pictures and the camera: one plain pass, then one on the picture enlarged twice and sharpened.
// The reader (zxing-wasm) lies in the page and is unpacked when it is first needed; nothing is fetched.

class NoReader extends Error {}

const MOST_PIXELS = 24000000;
const RETRY_PIXELS = 3000000;
let unpacked = null;

async function unpackReader() {
  const packed = Uint8Array.from(atob(byId("reader").textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const wasmBinary = await new Response(stream).arrayBuffer();
  await ZXingWASM.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

async function readPixels(pixels) {
  unpacked ??= unpackReader();
  try {
    await unpacked;
  } catch {
    throw new NoReader(); // a browser of before 2023, or one that runs no WebAssembly
  }
  const options = { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 8, textMode: "Plain" };
  const found = await ZXingWASM.readBarcodes(pixels, options);
  return [...new Set(found.filter((one) => one.isValid).map((one) => one.text))];
}

function drawn(source, width, height, scale) {
  const canvas = new OffscreenCanvas(width * scale, height * scale);
  const paint = canvas.getContext("2d", { willReadFrequently: true });
  paint.fillStyle = "#fff";
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function pixelsOf(canvas) {
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
}

// Sharpen by what a blurred copy lacks, three times over.
function sharpened(canvas) {
  const soft = new OffscreenCanvas(canvas.width, canvas.height);
  const paint = soft.getContext("2d", { willReadFrequently: true });
  paint.filter = "blur(3px)";
  paint.drawImage(canvas, 0, 0);
  const sharp = pixelsOf(canvas);
  const blurred = pixelsOf(soft).data;
  for (let at = 0; at < blurred.length; at += 1) {
    if (at % 4 !== 3) sharp.data[at] = 4 * sharp.data[at] - 3 * blurred[at];
  }
  return sharp;
}

// The texts of the codes in a picture or a frame of the camera, perhaps none; `twice` takes the second pass too.
async function readCodes(source, width, height, twice = true) {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
  const [wide, high] = [Math.floor(width * scale), Math.floor(height * scale)];
  const found = await readPixels(pixelsOf(drawn(source, wide, high, 1)));
  if (found.length || !twice || wide * high > RETRY_PIXELS) return found;
  return readPixels(sharpened(drawn(source, wide, high, 2)));
}

async function readPicture(blob) {
  const picture = await createImageBitmap(blob);
  try {
    return await readCodes(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}
