// One document in, one report out: what the worker and, without a worker, the page itself run.

import init, { check, decode, rules } from "./gouji-engine.js";
import { fetchModule } from "./load.js";

/**
 * Loads the engine and resolves to what it can be asked, by kind; each takes what the request holds.
 *
 * @returns {Promise<{
 *   check: (request: { input: string | ArrayBuffer, options: object }) => { report: object, text: string },
 *   rules: (request: { lang: string }) => object[],
 * }>}
 */
export async function loadChecker() {
  await init({ module_or_path: await fetchModule(new URL("./gouji-engine_bg.wasm", import.meta.url)) });
  return {
    check({ input, options }) {
      if (typeof input === "string") {
        return { report: check(input, options), text: input };
      }
      const bytes = new Uint8Array(input);
      return { report: check(bytes, options), text: decode(bytes, options) };
    },
    rules: ({ lang }) => rules(lang),
  };
}
