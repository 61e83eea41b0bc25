// The checker's worker: a module worker at a real URL, since strict policies refuse `blob:`.
//
// in:   { id, kind: "check", input: string | ArrayBuffer, options }
//       { id, kind: "rules", lang }
// out:  { ready: true }                       the engine is loaded
//       { ready: false, message }             it could not be
//       { id, ok: true, result }               of "check": { report, text }, of "rules": the pages
//       { id, ok: false, message, fatal }     fatal: the engine is broken, start another worker

import { loadChecker } from "./check.js";

const checker = loadChecker();

checker.then(
  () => postMessage({ ready: true }),
  (error) => postMessage({ ready: false, message: messageOf(error) }),
);

addEventListener("message", async (event) => {
  const { id, kind, ...request } = event.data;
  try {
    const answer = await checker;
    postMessage({ id, ok: true, result: answer[kind](request) });
  } catch (error) {
    // After a trap the module's memory is in no known state.
    const fatal = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    postMessage({ id, ok: false, message: messageOf(error), fatal });
  }
});

function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
