// Photos: shown in the bubble, and large when tapped.

import { button, h } from "./dom.js";
import { icon } from "./icons.js";

const MOST = 60;
const kept = new Map(); // file id → promise of an address of the picture

// Where a file that came over the bot can be had.
export function fileUrl(fileId) {
  return `/sandbox/file/${encodeURIComponent(fileId)}`;
}

// Files come as plain bytes, which not every browser shows as a picture: they get their kind back here.
function address(fileId) {
  if (!kept.has(fileId)) kept.set(fileId, load(fileId));
  if (kept.size > MOST) forget();
  return kept.get(fileId);
}

async function load(fileId) {
  const response = await fetch(fileUrl(fileId));
  if (!response.ok) throw new Error(response.statusText);
  const bytes = await response.arrayBuffer();
  return URL.createObjectURL(new Blob([bytes], { type: kindOf(new Uint8Array(bytes)) }));
}

function kindOf(bytes) {
  if (bytes[0] === 0x89) return "image/png";
  if (bytes[0] === 0xff) return "image/jpeg";
  return bytes[0] === 0x47 ? "image/gif" : "image/webp";
}

function forget() {
  const [oldest, made] = kept.entries().next().value;
  kept.delete(oldest);
  made.then((url) => URL.revokeObjectURL(url), () => {});
}

export function picture(photo, caption, screen) {
  const alt = caption ? screen.t("photo.of", { text: caption.slice(0, 120) }) : screen.t("photo");
  const image = h("img", { alt });
  const frame = button("photo", () => enlarge(image, screen), {}, image);
  address(photo.file_id).then(
    (url) => (image.src = url),
    () => frame.classList.add("missing"),
  );
  return frame;
}

function enlarge(image, screen) {
  if (!image.src) return;
  const close = button("close", () => viewer.close(), { "aria-label": screen.t("ok") }, icon("close", 24));
  const viewer = h("dialog", { class: "viewer", "aria-label": image.alt }, h("img", { src: image.src, alt: image.alt }), close);
  viewer.addEventListener("click", () => viewer.close());
  viewer.addEventListener("close", () => viewer.remove());
  document.body.append(viewer);
  viewer.showModal();
}
