// What a clerk does with the page, in the Chromiums of 2021.

import assert from "node:assert/strict";
import { OLD_CHROMIUMS, launchOld, newOldPage } from "./support/old-chromium.mjs";
import { reportWithError } from "./support/report.mjs";
import { after, before, describe, test } from "./support/runner.mjs";
import { POLICY_FOR_OLD_BROWSERS, serve } from "./support/server.mjs";

for (const { name } of OLD_CHROMIUMS) {
  describe(name, () => {
    let browser, site;
    before(async () => {
      [browser, site] = await Promise.all([launchOld(name), serve({ policy: POLICY_FOR_OLD_BROWSERS })]);
    });
    after(() => Promise.all([browser && browser.close(), site && site.close()]));

    test("a pasted report shows its error and its tables", async (t) => {
      const page = await newOldPage(browser);
      t.after(() => page.close());
      await page.goto(site.url);
      await page.waitForSelector('[data-testid="report-input"]');
      await page.focus('[data-testid="report-input"]');
      await page.keyboard.sendCharacter(reportWithError());
      await page.waitForSelector('[data-testid="finding"][data-rule="T3-COL-IDENTITY"][data-severity="error"]');
      assert.ok(await page.$('[data-testid="summary"]'));
      for (const [table, cells] of [["disclosure", 10], ["applications", 175], ["remedies", 15]]) {
        await page.waitForSelector(`[data-testid="table-${table}"]`);
        assert.equal((await page.$$(`[data-testid="table-${table}"] [data-cell]`)).length, cells, table);
      }
      assert.deepEqual(page.problems, []);
    });
  });
}
