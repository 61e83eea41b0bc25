// The service worker, seen from the page: kept up to date, but switched only when the user says so.
//
// Events on `document` for the user interface:
//   gouji-update   a new version is waiting. `detail.apply()` switches to it and reloads the page.
//   gouji-reload   the new version has taken over, here or in another tab, and the page is about to
//                  reload. `preventDefault()` puts that off, for instance to save a draft first; what
//                  is loaded keeps working.

/** Registers the service worker; without one (no https, a private window) the page works all the same. */
export async function keepOffline() {
  if (!("serviceWorker" in navigator)) {
    return;
  }
  reloadOnSwitch();
  try {
    const registration = await navigator.serviceWorker.register(new URL("./sw.js", import.meta.url));
    offer(registration);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => offer(registration));
    });
  } catch (error) {
    console.warn("offline use is not available:", error);
  }
}

function offer(registration) {
  const { waiting, active } = registration;
  // The very first one waits for nobody.
  if (!waiting || !active) {
    return;
  }
  const apply = () => waiting.postMessage({ type: "activate" });
  document.dispatchEvent(new CustomEvent("gouji-update", { detail: { apply } }));
}

function reloadOnSwitch() {
  // The first worker of all takes the page over without replacing anything.
  let controlled = navigator.serviceWorker.controller !== null;
  let reloading = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!controlled) {
      controlled = true;
      return;
    }
    const wanted = document.dispatchEvent(new CustomEvent("gouji-reload", { cancelable: true }));
    if (wanted && !reloading) {
      reloading = true;
      location.reload();
    }
  });
}
