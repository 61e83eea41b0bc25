// What stands between the user interface and the checker: js/engine.js and its worker.

import assert from "node:assert/strict";
import { launch, newPage, openStarted } from "./support/chromium.mjs";
import { built } from "./support/dist.mjs";
import { report } from "./support/report.mjs";
import { after, before, test } from "./support/runner.mjs";
import { POLICY, serve } from "./support/server.mjs";

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), site.close()]));

/** A page and an engine of its own in it. `prepare` runs in the page before any script. */
async function withEngine(t, { prepare, url = site.url } = {}) {
  const page = await newPage(browser);
  t.after(() => page.context().close());
  if (prepare) {
    await page.addInitScript(prepare);
  }
  await openStarted(page, url);
  const engine = await page.evaluateHandle(async (path) => new (await import(path)).Engine(), `/${built("engine.js")}`);
  return { page, engine };
}

const check = (page, engine, input) => page.evaluate(([engine, input]) => engine.check(input), [engine, input]);

test("answers from a worker, with the document's text", async (t) => {
  const { page, engine } = await withEngine(t);
  const { report: result, text } = await check(page, engine, report());
  assert.equal(typeof result, "object");
  assert.equal(text, report());
  assert.ok(page.workers().length > 0);
  assert.deepEqual(page.problems, []);
});

test("decodes bytes, and leaves them to the caller", async (t) => {
  const { page, engine } = await withEngine(t);
  const result = await page.evaluate(
    async ([engine, text]) => {
      const bytes = new TextEncoder().encode(`xx${text}`).subarray(2);
      const { text: decoded } = await engine.check(bytes, { name: "a.txt" });
      return { decoded, left: bytes.byteLength };
    },
    [engine, report()],
  );
  assert.equal(result.decoded, report());
  assert.equal(result.left, Buffer.byteLength(report()));
});

test("works on this thread where the browser refuses workers", async (t) => {
  const { page, engine } = await withEngine(t, {
    prepare: () => {
      window.Worker = class {
        constructor() {
          throw new DOMException("refused", "SecurityError");
        }
      };
    },
  });
  const { text } = await check(page, engine, report());
  assert.equal(text, report());
  assert.equal(page.workers().length, 0);
  assert.deepEqual(page.problems, []);
});

test("works on this thread where the policy refuses workers", async (t) => {
  const strict = await serve({ policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  t.after(() => strict.close());
  const { page, engine } = await withEngine(t, { url: strict.url });
  const { text } = await check(page, engine, report());
  assert.equal(text, report());
  assert.equal(page.workers().length, 0);
});

/** Keeps every worker that the page starts in `window.workers`. */
function keepWorkers() {
  window.workers = [];
  window.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      window.workers.push(this);
    }
  };
}

test("a crash costs the request that ran, and no other", async (t) => {
  const { page, engine } = await withEngine(t, { prepare: keepWorkers });
  const result = await page.evaluate(
    async ([engine, text]) => {
      await engine.check(text);
      const crashing = window.workers[window.workers.length - 1];
      // Nothing in the engine crashes on purpose: its answers are held back, and the browser's word is forged.
      crashing.addEventListener("message", (event) => event.isTrusted && event.stopImmediatePropagation(), true);
      const outcomes = Promise.allSettled([engine.check(text), engine.check(text)]);
      crashing.dispatchEvent(new ErrorEvent("error", { cancelable: true }));
      const [first, second] = await outcomes;
      return { code: first.reason && first.reason.code, message: first.reason && first.reason.message, text: second.value && second.value.text };
    },
    [engine, report()],
  );
  assert.equal(result.code, "crashed");
  assert.match(result.message, /您的内容没有丢失/);
  assert.equal(result.text, report());
});

test("a check can be cancelled; the next one in line is still answered", async (t) => {
  const { page, engine } = await withEngine(t);
  const result = await page.evaluate(
    async ([engine, text]) => {
      const stop = new AbortController();
      const outcomes = Promise.allSettled([engine.check(text, {}, stop.signal), engine.check(text)]);
      stop.abort();
      const [first, second] = await outcomes;
      return { code: first.reason && first.reason.code, text: second.value && second.value.text };
    },
    [engine, report()],
  );
  assert.equal(result.code, "cancelled");
  assert.equal(result.text, report());
});

test("says that the checker cannot be loaded", async (t) => {
  const broken = await serve({ fail: (path) => (path.includes("gouji-engine_bg") ? 503 : undefined) });
  t.after(() => broken.close());
  const { page, engine } = await withEngine(t, { url: broken.url });
  const result = await page.evaluate((engine) => engine.check("…").catch(({ code, detail }) => ({ code, detail })), engine);
  assert.equal(result.code, "unavailable");
  assert.match(result.detail, /503/);
});

// A measurement, not a limit: a busy machine is no mistake. The limit, 20 ms, stands in the README.
test("a report of 20 KB is checked in the worker, and how long that takes", async (t) => {
  const { page, engine } = await withEngine(t);
  const text = report({ padding: 20_000 - Buffer.byteLength(report()) });
  const { median, cells } = await page.evaluate(
    async ([engine, text]) => {
      const times = [];
      let cells;
      for (let round = 0; round < 40; round += 1) {
        const start = performance.now();
        const { report } = await engine.check(text);
        times.push(performance.now() - start);
        cells = report.summary.cells_read;
      }
      // The first ones are still being compiled.
      const warm = times.slice(10).sort((a, b) => a - b);
      return { median: warm[warm.length / 2], cells };
    },
    [engine, text],
  );
  t.diagnostic(`${Buffer.byteLength(text)} bytes, there and back: ${median.toFixed(1)} ms (median)`);
  assert.equal(cells, 200);
});
