// Draws the PNG icons from their SVGs: `node support/draw-icons.mjs`, after changing one.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./chromium.mjs";
import { PROJECT } from "./paths.mjs";

const ICONS = join(PROJECT, "www/static/icons");
const DRAWN = [
  ["mark.svg", "mark-192.png", 192],
  ["mark.svg", "mark-512.png", 512],
  ["mark-maskable.svg", "mark-maskable-512.png", 512],
];

const browser = await launch();
for (const [source, target, size] of DRAWN) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = (await readFile(join(ICONS, source))).toString("base64");
  await page.setContent(`<style>body { margin: 0 } img { display: block; width: 100% }</style><img src="data:image/svg+xml;base64,${svg}">`);
  await page.locator("img").evaluate((image) => image.decode());
  await page.screenshot({ path: join(ICONS, target), omitBackground: true });
}
await browser.close();
