// The page, the element and the API start in the Chromiums of 2021.

import assert from "node:assert/strict";
import { built } from "./support/dist.mjs";
import { OLD_CHROMIUMS, launchOld, newOldPage } from "./support/old-chromium.mjs";
import { report } from "./support/report.mjs";
import { after, before, describe, test } from "./support/runner.mjs";
import { POLICY_FOR_OLD_BROWSERS, serve } from "./support/server.mjs";

for (const { name, version } of OLD_CHROMIUMS) {
  describe(name, () => {
    let browser, site;
    before(async () => {
      [browser, site] = await Promise.all([launchOld(name), serve({ policy: POLICY_FOR_OLD_BROWSERS })]);
    });
    after(() => Promise.all([browser && browser.close(), site && site.close()]));

    async function open(t, path = "") {
      const page = await newOldPage(browser);
      t.after(() => page.close());
      await page.goto(site.url + path);
      return page;
    }

    test("is the browser it is said to be", async () => {
      assert.ok((await browser.version()).includes(`/${version}`), await browser.version());
    });

    test("starts the page without a word in the console", async (t) => {
      const page = await open(t);
      await page.waitForSelector('#app[data-state="ready"]');
      assert.deepEqual(page.problems, []);
    });

    test("checks in a worker", async (t) => {
      const page = await open(t);
      await page.waitForSelector('#app[data-state="ready"]');
      const text = await page.evaluate(
        // As a string: this browser's driver would compile a function with an import in the wrong world.
        `import("/${built("engine.js")}").then(({ sharedEngine }) => sharedEngine().check(${JSON.stringify(report())})).then(({ text }) => text)`,
      );
      assert.equal(text, report());
      assert.equal(page.workers().length, 1);
      assert.deepEqual(page.problems, []);
    });

    test("checks in the element", async (t) => {
      const page = await open(t, "demo/portal.html");
      const kind = await page.evaluate(
        `customElements.whenDefined("gouji-checker").then(() => document.getElementById("first").check(${JSON.stringify(report())})).then((report) => typeof report)`,
      );
      assert.equal(kind, "object");
      assert.deepEqual(page.problems, []);
    });
  });
}
