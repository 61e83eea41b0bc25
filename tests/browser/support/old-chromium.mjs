// Chromium 88 and 92 as they come in npm packages, for the offices that still have such browsers.

import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import puppeteer from "puppeteer-core";

const unpack = promisify(brotliDecompress);
const run = promisify(execFile);
const MODULES = fileURLToPath(new URL("../node_modules/", import.meta.url));

/** The packages of package.json, with what the browsers in them call themselves. */
export const OLD_CHROMIUMS = [
  { name: "chromium-88", version: "88." },
  { name: "chromium-92", version: "92." },
];

/** Starts one of them; today's Playwright speaks too new a protocol. */
export async function launchOld(name) {
  return puppeteer.launch({
    executablePath: await unpacked(name),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-zygote", "--headless", "--lang=zh-CN"],
  });
}

/** Unpacks the browser beside its package, once. */
async function unpacked(name) {
  const packed = join(MODULES, name, "bin");
  const folder = join(MODULES, ".unpacked", name);
  const executable = join(folder, "chromium");
  if (!existsSync(executable)) {
    // Under its final name only when complete, so that an interrupted run is not mistaken for a finished one.
    const draft = `${folder}.${process.pid}`;
    await mkdir(draft, { recursive: true });
    await writeFile(join(draft, "chromium"), await unpack(await readFile(join(packed, "chromium.br"))));
    await chmod(join(draft, "chromium"), 0o755);
    const archive = join(draft, "swiftshader.tar");
    await writeFile(archive, await unpack(await readFile(join(packed, "swiftshader.tar.br"))));
    await run("tar", ["-xf", archive, "-C", draft]);
    await rm(archive);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  }
  return executable;
}

/** What they say about the one word of the policy that they are too old for. */
const UNKNOWN_WORD = /invalid source: ''wasm-unsafe-eval''\. It will be ignored/;

/** Keeps what goes wrong in a page, as `newPage` of chromium.mjs does. */
export async function newOldPage(browser) {
  const context = await browser.createIncognitoBrowserContext();
  const page = await context.newPage();
  page.problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !UNKNOWN_WORD.test(message.text())) {
      page.problems.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => page.problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => page.problems.push(`failed: ${request.url()}`));
  return page;
}
