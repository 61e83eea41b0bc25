// The page starts, under the policy it promises to keep, on hosts as they are.

import assert from "node:assert/strict";
import { launch, newPage, openStarted, underServiceWorker } from "./support/chromium.mjs";
import { after, before, test } from "./support/runner.mjs";
import { serve } from "./support/server.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function start(t, options, path = "") {
  const site = await serve(options);
  const page = await newPage(browser);
  t.after(() => page.context().close());
  t.after(() => site.close());
  await openStarted(page, site.url + path);
  return { site, page };
}

test("starts without a word in the console, under its policy", async (t) => {
  const { page } = await start(t);
  await underServiceWorker(page);
  assert.ok((await page.locator("#app").innerText()).includes("勾稽"));
  assert.deepEqual(page.problems, []);
});

test("the policy is enforced: an inline script does not run", async (t) => {
  const { page } = await start(t);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'inline'";
    document.body.append(script);
  });
  assert.notEqual(await page.title(), "inline");
  assert.match(page.problems.join(), /Content Security Policy/);
});

test("asks for nothing that is not there", async (t) => {
  const missing = [];
  const site = await serve();
  t.after(() => site.close());
  const page = await newPage(browser);
  t.after(() => page.context().close());
  page.on("response", (response) => {
    if (response.status() >= 400) {
      missing.push(response.url());
    }
  });
  await openStarted(page, site.url);
  await underServiceWorker(page);
  assert.deepEqual(missing, []);
});

test("starts on a host that does not know wasm", async (t) => {
  const { page } = await start(t, { types: { ".wasm": "application/octet-stream" } });
  assert.deepEqual(page.problems, []);
});

test("starts on a host that sends wasm without any type", async (t) => {
  const { page } = await start(t, { types: { ".wasm": null } });
  assert.deepEqual(page.problems, []);
});

test("says in plain words that it cannot start", async (t) => {
  const site = await serve({ fail: (path) => (path.includes("gouji-app_bg") ? 404 : undefined) });
  t.after(() => site.close());
  const page = await newPage(browser);
  t.after(() => page.context().close());
  await page.goto(site.url);
  const message = page.locator('#app[data-state="failed"]');
  await message.waitFor();
  const text = await message.innerText();
  assert.match(text, /页面未能启动/);
  assert.match(text, /could not start/);
  assert.match(text, /404/);
});

test("can be installed", async (t) => {
  const { page } = await start(t);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.short_name, "勾稽");
  for (const { src } of manifest.icons) {
    const url = new URL(src, page.url()).href;
    assert.equal(await page.evaluate(async (url) => (await fetch(url)).status, url), 200, src);
  }
  await underServiceWorker(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A private window cannot install anything; the other conditions are the page's own.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
});
