// What a clerk does with the page.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, newPage, openStarted, underServiceWorker } from "./support/chromium.mjs";
import { report, reportWithError } from "./support/report.mjs";
import { after, before, test } from "./support/runner.mjs";
import { serve } from "./support/server.mjs";

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), site.close()]));

async function open(t) {
  const page = await newPage(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  t.after(() => page.context().close());
  await openStarted(page, site.url);
  return page;
}

async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.getByTestId("report-input").focus();
  await page.keyboard.press("ControlOrMeta+V");
}

/** The three tables are there, with the report's numbers in their cells. */
async function showsTables(page, received) {
  for (const table of ["table-disclosure", "table-applications", "table-remedies"]) {
    await page.getByTestId(table).waitFor({ state: "attached" });
  }
  const cell = (id) => page.locator(`[data-cell="${id}"]`);
  const shown = async (id) => {
    const one = cell(id);
    return (await one.evaluate((element) => ("value" in element ? element.value : element.textContent))).trim();
  };
  assert.match(await shown("applications.new_received.total"), new RegExp(`^${received}\\b`));
  assert.match(await shown("disclosure.licensing.decisions"), /^128\b/);
  assert.match(await shown("remedies.review.total"), /^1\b/);
  assert.equal(await page.locator('[data-testid="table-applications"] [data-cell]').count(), 175);
}

const findings = (page, rule) => page.locator(`[data-testid="finding"][data-rule="${rule}"]`);

/** The finding that the planted error must give. */
async function showsTheError(page) {
  const finding = findings(page, "T3-COL-IDENTITY").first();
  await finding.waitFor();
  assert.equal(await finding.getAttribute("data-severity"), "error");
  assert.match(await finding.innerText(), /33/);
}

test("a pasted report with an error shows the error and the tables", async (t) => {
  const page = await open(t);
  await paste(page, reportWithError());
  await showsTheError(page);
  await showsTables(page, 33);
  assert.deepEqual(page.problems, []);
});

test("a consistent report has no error and no warning", async (t) => {
  const page = await open(t);
  await paste(page, report());
  await page.getByTestId("summary").waitFor();
  await showsTables(page, 31);
  assert.equal(await page.locator('[data-testid="finding"][data-severity="error"]').count(), 0);
  assert.equal(await page.locator('[data-testid="finding"][data-severity="warning"]').count(), 0);
});

test("a dropped file is checked", async (t) => {
  const page = await open(t);
  const data = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "年报.txt", { type: "text/plain" }));
    return data;
  }, reportWithError());
  const target = page.getByTestId("report-input");
  await target.dispatchEvent("dragover", { dataTransfer: data });
  await target.dispatchEvent("drop", { dataTransfer: data });
  await showsTheError(page);
  await showsTables(page, 33);
});

test("a chosen file is checked", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "gouji-file-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "年报.txt");
  await writeFile(file, reportWithError());
  const page = await open(t);
  await page.getByTestId("file-input").setInputFiles(file);
  await showsTheError(page);
  await showsTables(page, 33);
});

test("the example shows what the page can do", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: /示例/ }).first().click();
  await page.getByTestId("summary").waitFor();
  await page.locator('[data-testid="finding"][data-severity="error"]').first().waitFor();
  await page.getByTestId("table-applications").waitFor({ state: "attached" });
});

test("nothing leaves the machine: no request once the page is loaded", async (t) => {
  const page = await open(t);
  await underServiceWorker(page);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  const served = site.requests.length;
  await paste(page, reportWithError());
  await showsTheError(page);
  await findings(page, "T3-COL-IDENTITY").first().click();
  await showsTables(page, 33);
  assert.deepEqual(requests, []);
  assert.deepEqual(site.requests.slice(served), []);
});

test("offline, a pasted report is checked all the same", async (t) => {
  const own = await serve();
  const page = await newPage(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  t.after(() => page.context().close());
  await openStarted(page, own.url);
  await underServiceWorker(page);
  await own.close();
  await page.reload();
  await page.locator('#app[data-state="ready"]').waitFor();
  await paste(page, reportWithError());
  await showsTheError(page);
});

test("the element in a host's page shows the same", async (t) => {
  const page = await newPage(browser);
  t.after(() => page.context().close());
  await page.goto(`${site.url}demo/portal.html`);
  const summary = await page.evaluate(async (text) => {
    await customElements.whenDefined("gouji-checker");
    return (await document.getElementById("first").check(text)).summary;
  }, reportWithError());
  assert.ok(summary.errors > 0);
  const first = page.locator("#first");
  await first.locator('[data-testid="finding"][data-rule="T3-COL-IDENTITY"]').first().waitFor();
  assert.equal(await first.locator('[data-testid="table-applications"] [data-cell]').count(), 175);
  assert.equal(await page.locator("#second").getByTestId("finding").count(), 0);
  assert.deepEqual(page.problems, []);
});

test("speaks Chinese first, whatever the browser speaks, and the language that is chosen", async (t) => {
  for (const [locale, lang] of [["en-US", "zh-CN"], ["zh-TW", "zh-TW"], ["zh-CN", "zh-CN"]]) {
    const page = await newPage(browser, { locale });
    t.after(() => page.context().close());
    await openStarted(page, site.url);
    assert.equal(await page.getAttribute("html", "lang"), lang, locale);
  }
  const page = await newPage(browser, { locale: "en-US" });
  t.after(() => page.context().close());
  await openStarted(page, `${site.url}?lang=en`);
  assert.equal(await page.getAttribute("html", "lang"), "en");
});
