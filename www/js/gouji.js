// The JavaScript API. Types and documentation: gouji.d.ts.

import initEngine, { check as checkWith, rules as rulesOf, version as versionOf } from "./gouji-engine.js";
import { fetchModule } from "./load.js";

let loading;
let loaded = false;

export default function init({ module_or_path } = {}) {
  if (!loading) {
    const source = module_or_path || fetchModule(new URL("./gouji-engine_bg.wasm", import.meta.url));
    loading = Promise.resolve(source)
      .then((module) => initEngine({ module_or_path: module }))
      .then(() => {
        loaded = true;
      });
    // A failure, of the network for instance, is not for ever.
    loading.catch(() => {
      loading = undefined;
    });
  }
  return loading;
}

export function check(input, options = {}) {
  ready();
  return checkWith(input, options);
}

export function rules(lang = "zh-CN") {
  ready();
  return rulesOf(lang);
}

export function version() {
  ready();
  return versionOf();
}

function ready() {
  if (!loaded) {
    throw new Error("gouji: call `await init()` first");
  }
}
