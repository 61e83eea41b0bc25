// The JavaScript API, as another page's script uses it.

import assert from "node:assert/strict";
import { launch, newPage, openStarted } from "./support/chromium.mjs";
import { built } from "./support/dist.mjs";
import { report } from "./support/report.mjs";
import { after, before, test } from "./support/runner.mjs";
import { serve } from "./support/server.mjs";

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), site.close()]));

async function open(t) {
  const page = await newPage(browser);
  t.after(() => page.context().close());
  await openStarted(page, site.url);
  return page;
}

test("checks a text and a file alike", async (t) => {
  const page = await open(t);
  const [fromText, fromFile] = await page.evaluate(async (text) => {
    const { default: init, check } = await import("/gouji.js");
    await init();
    return [check(text), check(new TextEncoder().encode(text), { name: "a.txt" })];
  }, report());
  assert.ok(fromText && typeof fromText === "object");
  assert.deepEqual(fromFile.summary, fromText.summary);
  assert.deepEqual(page.problems, []);
});

test("has rules and a version, and may be initialised twice", async (t) => {
  const page = await open(t);
  const result = await page.evaluate(async () => {
    const { default: init, rules, version } = await import("/gouji.js");
    await Promise.all([init(), init()]);
    await init();
    return { rules: Array.isArray(rules("en")), version: version() };
  });
  assert.equal(result.rules, true);
  assert.match(result.version, /^\d+\.\d+\.\d+/);
});

test("says what to do when it is used too early", async (t) => {
  const page = await open(t);
  const message = await page.evaluate(async () => {
    const { check } = await import("/gouji.js");
    try {
      return String(check("…"));
    } catch (error) {
      return error.message;
    }
  });
  assert.match(message, /await init\(\)/);
});

test("takes the wasm from where it is told, and tries again after a failure", async (t) => {
  const page = await open(t);
  const result = await page.evaluate(async (wasm) => {
    const { default: init, version } = await import("/gouji.js");
    const failure = await init({ module_or_path: new URL("/none.wasm", location.href) }).catch((error) => error);
    await init({ module_or_path: new URL(wasm, location.href) });
    return { failed: failure instanceof Error, version: version() };
  }, `/${built("gouji-engine_bg.wasm")}`);
  assert.equal(result.failed, true);
  assert.match(result.version, /^\d/);
});
