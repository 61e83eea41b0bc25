// <gouji-checker> in a portal's page.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, newPage } from "./support/chromium.mjs";
import { report } from "./support/report.mjs";
import { after, before, test } from "./support/runner.mjs";
import { serve } from "./support/server.mjs";

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), site.close()]));

/** The portal's page, with every event of its checkers in `window.heard`. */
async function portal(t) {
  const page = await newPage(browser);
  t.after(() => page.context().close());
  await page.addInitScript(() => {
    window.heard = [];
    for (const type of ["gouji-ready", "gouji-checked", "gouji-error"]) {
      document.addEventListener(type, (event) => window.heard.push({ type, id: event.target.id, detail: event.detail }));
    }
  });
  await page.goto(`${site.url}demo/portal.html`);
  await page.waitForFunction(() => window.heard.filter(({ type }) => type === "gouji-ready").length === 2);
  return page;
}

test("two checkers stand in a host's page, under its policy", async (t) => {
  const page = await portal(t);
  for (const id of ["first", "second"]) {
    assert.ok((await page.locator(`#${id} [part="checker"]`).innerText()).trim().length > 0, id);
  }
  assert.deepEqual(page.problems, []);
});

test("the portal's own button shows a report with its slip", async (t) => {
  const page = await portal(t);
  await page.click("#load");
  await page.locator('#first [data-testid="finding"][data-rule="T3-ROW-SUM"]').waitFor();
  assert.equal(await page.locator("#result").textContent(), "first: 2 / 0");
  assert.deepEqual(page.problems, []);
});

test("they load the user interface and the checker once", async (t) => {
  const page = await newPage(browser);
  t.after(() => page.context().close());
  const wasm = [];
  page.on("request", (request) => request.url().endsWith(".wasm") && wasm.push(request.url()));
  await page.goto(`${site.url}demo/portal.html`);
  await page.waitForFunction(() => Promise.all([...document.querySelectorAll("gouji-checker")].map((one) => one.check("一、总体情况"))));
  assert.equal(wasm.length, 2, wasm.join());
});

test("check() answers with the report and announces it", async (t) => {
  const page = await portal(t);
  const result = await page.evaluate(async (text) => {
    const checker = document.getElementById("first");
    const before = checker.report;
    const report = await checker.check(text);
    const events = window.heard.filter(({ type }) => type === "gouji-checked");
    return { before, report, events, same: checker.report === report, other: document.getElementById("second").report };
  }, report());
  assert.equal(result.before, null);
  assert.equal(typeof result.report, "object");
  assert.equal(result.same, true);
  assert.equal(result.other, null);
  assert.deepEqual(result.events, [{ type: "gouji-checked", id: "first", detail: result.report }]);
});

test("check() takes files", async (t) => {
  const page = await portal(t);
  const summaries = await page.evaluate(async (text) => {
    const checker = document.getElementById("first");
    const bytes = new TextEncoder().encode(text);
    const inputs = [text, bytes, bytes.buffer, new File([bytes], "a.txt")];
    const summaries = [];
    for (const input of inputs) {
      summaries.push((await checker.check(input)).summary);
    }
    return summaries;
  }, report());
  for (const summary of summaries) {
    assert.deepEqual(summary, summaries[0]);
  }
});

test("check() waits for an element that is not in the page yet", async (t) => {
  const page = await portal(t);
  const text = await page.evaluate(async (text) => {
    const checker = document.createElement("gouji-checker");
    const report = checker.check(text);
    document.body.append(checker);
    return typeof (await report);
  }, report());
  assert.equal(text, "object");
});

test("moving it keeps it; removing it takes it down; putting it back starts it again", async (t) => {
  const page = await portal(t);
  const result = await page.evaluate(async () => {
    const checker = document.getElementById("first");
    const root = checker.shadowRoot.querySelector('[part="checker"]');
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    const shown = root.firstElementChild;
    document.body.append(checker);
    await settled();
    const kept = root.firstElementChild === shown;
    checker.remove();
    await settled();
    const gone = root.childElementCount === 0;
    const ready = new Promise((resolve) => document.addEventListener("gouji-ready", resolve, { once: true }));
    document.body.append(checker);
    await ready;
    await settled();
    return { kept, gone, back: root.childElementCount > 0 };
  });
  assert.deepEqual(result, { kept: true, gone: true, back: true });
});

test("nothing of it leaks into the host's page", async (t) => {
  const page = await portal(t);
  const leaked = await page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    const names = Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && name !== "heard");
    // Named elements of the host become globals too.
    return { names: names.filter((name) => !document.getElementById(name)), styles: document.styleSheets.length };
  });
  assert.deepEqual(leaked, { names: [], styles: 1 });
});

test("a checker that cannot load says so, in its place and by an event", async (t) => {
  const broken = await serve({ fail: (path) => (path.includes("gouji-app_bg") ? 500 : undefined) });
  t.after(() => broken.close());
  const page = await newPage(browser);
  t.after(() => page.context().close());
  await page.goto(`${broken.url}demo/portal.html`);
  const first = page.locator("#first");
  await first.getByText("检查工具未能载入").waitFor();
  const message = await page.evaluate(() => document.getElementById("first").check("…").catch((error) => error.message));
  assert.match(message, /500/);
  assert.match(await page.locator("#result").innerText(), /500/);
});

test("it may come from another host, where no worker can", async (t) => {
  const gouji = await serve({ headers: { "Access-Control-Allow-Origin": "*" } });
  t.after(() => gouji.close());
  const folder = await mkdtemp(join(tmpdir(), "gouji-host-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(
    join(folder, "index.html"),
    `<!DOCTYPE html><script type="module" src="${gouji.url}gouji-checker.js"></script><gouji-checker id="first"></gouji-checker>`,
  );
  const from = new URL(gouji.url).origin;
  const policy = `default-src 'none'; script-src ${from} 'wasm-unsafe-eval'; style-src ${from}; connect-src ${from}; img-src data:`;
  const host = await serve({ root: folder, policy });
  t.after(() => host.close());
  const page = await newPage(browser);
  t.after(() => page.context().close());
  await page.goto(host.url);
  const kind = await page.evaluate(async (text) => {
    await customElements.whenDefined("gouji-checker");
    return typeof (await document.getElementById("first").check(text));
  }, report());
  assert.equal(kind, "object");
  assert.equal(page.workers().length, 0);
  assert.deepEqual(page.problems, []);
});

test("when it could not load, putting it into the page again tries again", async (t) => {
  let down = true;
  const flaky = await serve({ fail: (path) => (down && path.includes("gouji-app_bg") ? 503 : undefined) });
  t.after(() => flaky.close());
  const page = await newPage(browser);
  t.after(() => page.context().close());
  await page.goto(`${flaky.url}demo/portal.html`);
  await page.locator("#first").getByText("检查工具未能载入").waitFor();
  down = false;
  const kind = await page.evaluate(async (text) => {
    const checker = document.getElementById("first");
    checker.remove();
    document.body.append(checker);
    return typeof (await checker.check(text));
  }, report());
  assert.equal(kind, "object");
});
