// Fetching a wasm module, from whatever host.

/**
 * Fetches a wasm file in a form that wasm-bindgen's `init({ module_or_path })` takes.
 *
 * Streaming compilation needs `Content-Type: application/wasm`, which many hosts do not send: then the
 * bytes are read first and compiled at once.
 *
 * @param {URL} url
 * @returns {Promise<Response | ArrayBuffer>}
 */
export async function fetchModule(url) {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) {
    throw new Error(`${url.pathname}: HTTP ${response.status}`);
  }
  const type = response.headers.get("Content-Type") || "";
  return type.split(";")[0].trim() === "application/wasm" ? response : response.arrayBuffer();
}
