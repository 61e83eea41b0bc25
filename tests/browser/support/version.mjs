// The next version of the built page, as a build after a change would make it.

import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "./dist.mjs";
import { DIST } from "./paths.mjs";

/**
 * A copy of the build whose page and start script both say `label`: the page in `<html data-page>`, the
 * script in `<html data-script>`. A browser that shows two different labels has mixed two versions.
 *
 * @returns {Promise<string>} the folder
 */
export async function version(label) {
  const folder = await mkdtemp(join(tmpdir(), "gouji-version-"));
  await cp(DIST, folder, { recursive: true });
  const edit = async (path, change) => writeFile(join(folder, path), change(await readFile(join(folder, path), "utf8")));

  const start = built("start.js");
  const next = `start-${label}.js`;
  await rename(join(folder, start), join(folder, next));
  await edit(next, (text) => `document.documentElement.dataset.script = "${label}";\n${text}`);
  await edit("index.html", (text) => text.replace(start, next).replace("<html ", `<html data-page="${label}" `));
  const hashes = { [next]: await hash(folder, next), "index.html": await hash(folder, "index.html") };
  await edit("sw.js", (text) => {
    const files = JSON.parse(/^const FILES = (.+);$/m.exec(text)[1]);
    delete files[start];
    return text
      .replace(/^const VERSION = .+$/m, `const VERSION = "${label}";`)
      .replace(/^const FILES = .+$/m, () => `const FILES = ${JSON.stringify({ ...files, ...hashes })};`);
  });
  return folder;
}

async function hash(folder, path) {
  const content = await readFile(join(folder, path));
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
