// The page without its host, and from one version to the next.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { launch, newPage, openStarted, underServiceWorker } from "./support/chromium.mjs";
import { built } from "./support/dist.mjs";
import { report } from "./support/report.mjs";
import { after, before, test } from "./support/runner.mjs";
import { serve } from "./support/server.mjs";
import { version } from "./support/version.mjs";

let browser, one, two;
before(async () => {
  [browser, one, two] = await Promise.all([launch(), version("one"), version("two")]);
});
after(() => Promise.all([browser.close(), rm(one, { recursive: true }), rm(two, { recursive: true })]));

async function open(t, options) {
  const site = await serve(options);
  const page = await newPage(browser);
  t.after(() => page.context().close());
  t.after(() => site.close());
  await page.addInitScript(() => {
    window.offers = [];
    document.addEventListener("gouji-update", (event) => window.offers.push(event.detail));
  });
  await openStarted(page, site.url);
  await underServiceWorker(page);
  return { site, page };
}

/** What the page and its script say they are. */
const labels = (page) => page.evaluate(() => ({ ...document.documentElement.dataset }));

/** Asks the browser to look for a new version, as it does by itself from time to time. */
const lookForUpdate = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());

const offered = (page) => page.waitForFunction(() => window.offers.length > 0);

test("reloads with the host gone, and still checks", async (t) => {
  const { site, page } = await open(t);
  await site.close();
  await page.reload();
  await page.locator('#app[data-state="ready"]').waitFor();
  const text = await page.evaluate(
    async ([path, input]) => {
      const { Engine } = await import(path);
      return (await new Engine().check(input)).text;
    },
    [`/${built("engine.js")}`, report()],
  );
  assert.equal(text, report());
  assert.deepEqual(page.problems, []);
});

test("reloads offline under an address with a query", async (t) => {
  const { site, page } = await open(t);
  await site.close();
  await page.goto(`${site.url}?lang=en#help`);
  await page.locator('#app[data-state="ready"]').waitFor();
});

test("the widget's page works offline as well", async (t) => {
  const { site, page } = await open(t);
  await site.close();
  await page.goto(`${site.url}demo/portal.html`);
  const kind = await page.evaluate(async (input) => {
    await customElements.whenDefined("gouji-checker");
    return typeof (await document.getElementById("first").check(input));
  }, report());
  assert.equal(kind, "object");
});

test("loads everything once, and nothing after that", async (t) => {
  const { site, page } = await open(t);
  const loaded = site.requests.length;
  await page.evaluate(
    async ([path, input]) => {
      const { sharedEngine } = await import(path);
      await sharedEngine().check(input);
    },
    [`/${built("engine.js")}`, report()],
  );
  assert.deepEqual(site.requests.slice(loaded), []);
});

test("a new version is offered, and nothing changes until it is taken", async (t) => {
  const { site, page } = await open(t, { root: one });
  assert.deepEqual(await labels(page), { page: "one", script: "one" });

  site.root = two;
  await lookForUpdate(page);
  await offered(page);
  assert.deepEqual(await labels(page), { page: "one", script: "one" });

  // Not even by reloading: the old version is still the one in force.
  await page.reload();
  await page.locator('#app[data-state="ready"]').waitFor();
  assert.deepEqual(await labels(page), { page: "one", script: "one" });

  // The offer stands.
  await offered(page);
  await Promise.all([page.waitForEvent("load"), page.evaluate(() => window.offers[0].apply())]);
  await page.locator('#app[data-state="ready"]').waitFor();
  assert.deepEqual(await labels(page), { page: "two", script: "two" });

  const caches = await page.evaluate(() => caches.keys());
  assert.equal(caches.length, 1, caches.join());
  assert.deepEqual(page.problems, []);
});

test("the page may put the reload off", async (t) => {
  const { site, page } = await open(t, { root: one });
  site.root = two;
  await lookForUpdate(page);
  await offered(page);
  const prevented = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("gouji-reload", (event) => {
          event.preventDefault();
          // After the listener in offline.js has seen it.
          setTimeout(() => resolve(event.defaultPrevented));
        });
        window.offers[0].apply();
      }),
  );
  assert.equal(prevented, true);
  assert.deepEqual(await labels(page), { page: "one", script: "one" });
});

test("a version that arrives incomplete or altered is not taken", async (t) => {
  const { site, page } = await open(t, { root: one });
  // The new worker with the old files: what a deployment looks like halfway, or a proxy that keeps too long.
  const half = await version("half");
  t.after(() => rm(half, { recursive: true }));
  await rm(`${half}/start-half.js`);
  site.root = half;
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) => registration.addEventListener("updatefound", () => resolve(registration.installing), { once: true }));
    await registration.update();
    const worker = await found;
    if (worker.state === "installing") {
      await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
    }
    return { state: worker.state, waiting: registration.waiting };
  });
  assert.deepEqual(state, { state: "redundant", waiting: null });
  await page.reload();
  await page.locator('#app[data-state="ready"]').waitFor();
  assert.deepEqual(await labels(page), { page: "one", script: "one" });
});
