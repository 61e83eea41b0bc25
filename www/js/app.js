// The user interface's wasm module, loaded once however many checkers a page shows.

import init, { mount } from "./gouji-app.js";
import { fetchModule } from "./load.js";

let loading;

/**
 * Resolves to `mount(element, options)`, described in www/README.md.
 *
 * @returns {Promise<typeof mount>}
 */
export function loadApp() {
  if (!loading) {
    loading = fetchModule(new URL("./gouji-app_bg.wasm", import.meta.url))
      .then((module) => init({ module_or_path: module }))
      .then(() => mount);
    // A failure, of the network for instance, is not for ever.
    loading.catch(() => {
      loading = undefined;
    });
  }
  return loading;
}
