// The built files by the names they had before the build.

import { readdirSync } from "node:fs";
import { DIST } from "./paths.mjs";

/** `built("engine.js")` → `engine-0123456789abcdef.js`. */
export function built(name) {
  const dot = name.lastIndexOf(".");
  const pattern = new RegExp(`^${name.slice(0, dot)}-[0-9a-f]{16}\\${name.slice(dot)}$`);
  const found = readdirSync(DIST).find((file) => pattern.test(file));
  if (!found) {
    throw new Error(`dist has no ${name}: cargo xtask build`);
  }
  return found;
}
