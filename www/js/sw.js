// The page offline, one version at a time.
//
// The build writes the next two lines (`cargo xtask finish`). As they stand here, for development,
// nothing is kept and every request goes to the server.
const VERSION = "development";
const FILES = {};

const PREFIX = "gouji:" + new URL(registration.scope).pathname + ":";
const CACHE = PREFIX + VERSION;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => {
  // Only when the user has asked for the new version: see offline.js.
  if (event.data && event.data.type === "activate") {
    skipWaiting();
  }
});
addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path !== null) {
    event.respondWith(answer(path, event.request));
  }
});

/** All files of this version or none: `integrity` refuses a file of another one, whatever a proxy kept. */
async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    Object.keys(FILES).map(async (path) => {
      const response = await fetch(urlOf(path), { cache: "reload", integrity: FILES[path] });
      if (!response.ok) {
        throw new Error(`${path}: HTTP ${response.status}`);
      }
      await cache.put(urlOf(path), plain(response));
    }),
  );
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(path, request) {
  const cache = await caches.open(CACHE);
  const response = await cache.match(urlOf(path));
  return response || fetch(request);
}

/** The path of a file of this version, or null for what is not ours to answer. */
function pathOf(request) {
  const url = new URL(request.url);
  const scope = new URL(registration.scope);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) {
    return null;
  }
  const path = url.pathname.slice(scope.pathname.length) || "index.html";
  return Object.prototype.hasOwnProperty.call(FILES, path) ? path : null;
}

function urlOf(path) {
  // Many hosts redirect index.html to the folder.
  return new URL(path === "index.html" ? "./" : path, registration.scope);
}

/** A redirected response cannot answer a navigation: the same without its history. */
function plain(response) {
  if (!response.redirected) {
    return response;
  }
  const { status, statusText, headers } = response;
  return new Response(response.body, { status, statusText, headers });
}
