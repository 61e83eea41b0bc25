// Starts the page: the user interface on `#app`, and the service worker behind it.

import { loadApp } from "./app.js";
import { sharedEngine } from "./engine.js";
import { keepOffline } from "./offline.js";

const root = document.getElementById("app");
const engine = sharedEngine();

loadApp()
  .then((mount) => {
    // What stood there while loading is not the user interface's to clear.
    root.textContent = "";
    mount(root, { mode: "page", engine });
    root.dataset.state = "ready";
  })
  .catch((error) => showFailure(error))
  // After the page is there: filling the offline cache must not slow its start.
  .then(keepOffline);

/** In the words of someone who has a report to send in, not a bug to report. */
function showFailure(error) {
  const old = typeof WebAssembly !== "object";
  root.textContent = "";
  root.dataset.state = "failed";
  root.setAttribute("role", "alert");
  for (const line of [
    "页面未能启动。",
    old
      ? "这个浏览器太旧，缺少所需的 WebAssembly 功能。请换用较新的浏览器（360、QQ 浏览器请用极速模式）。"
      : "请刷新页面再试；仍然不行，请把下面这一行告诉网站管理员：",
    "The page could not start. " +
      (old
        ? "This browser is too old: it lacks WebAssembly. Please use a newer one."
        : "Please reload it; if that does not help, tell the site's administrator this line:"),
    String(error),
  ]) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    root.append(paragraph);
  }
}
