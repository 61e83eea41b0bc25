// Today's Chromium, and what it has to say about a page.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

function executable() {
  const folders = (process.env.PATH || "").split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (!found) {
    throw new Error(`none of ${NAMES.join(", ")} is on PATH`);
  }
  return found;
}

/** Without what makes a browser call home. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch() {
  return chromium.launch({ executablePath: executable(), args: ARGUMENTS });
}

/**
 * A page in a profile of its own that keeps what goes wrong in `page.problems`: errors and warnings in
 * the console (violations of the policy are among them), uncaught errors, failed requests.
 */
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  const page = await context.newPage();
  page.problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      page.problems.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => page.problems.push(`uncaught: ${error}`));
  page.on("requestfailed", (request) => page.problems.push(`failed: ${request.url()}: ${request.failure().errorText}`));
  return page;
}

/** Opens the page and waits until it can be used. */
export async function openStarted(page, url) {
  await page.goto(url);
  await page.locator('#app[data-state="ready"]').waitFor();
}

/** Resolves once the page's service worker has filled its cache and answers the page's requests. */
export async function underServiceWorker(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    }
  });
}
