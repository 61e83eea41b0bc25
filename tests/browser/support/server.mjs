// A host for the built page: plain files with the headers under test.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { DIST, PROJECT } from "./paths.mjs";

/** The policy that `cargo xtask serve` sends: read from where it stands, so that the tests test that one. */
export const POLICY = /^Content-Security-Policy = "(.+)"$/m.exec(readFileSync(join(PROJECT, "Trunk.toml"), "utf8"))[1];

/** For Chromium before 97, which does not know 'wasm-unsafe-eval'. */
export const POLICY_FOR_OLD_BROWSERS = POLICY.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-eval'");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * @param {object} [options]
 * @param {string} [options.root] the folder to serve; `site.root` may be changed later
 * @param {string} [options.policy]
 * @param {Record<string, string | null>} [options.types] other content types by extension; null: send none
 * @param {Record<string, string>} [options.headers] further headers
 * @param {(path: string) => number | undefined} [options.fail] a status to answer a path with instead
 */
export async function serve({ root = DIST, policy = POLICY, types = {}, headers = {}, fail = () => undefined } = {}) {
  const site = { root, requests: [], url: "", close: () => {} };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    site.requests.push(pathname);
    const path = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const status = fail(path);
    const content = status ? null : await readFile(join(site.root, path)).catch(() => null);
    if (content === null) {
      response.writeHead(status || 404).end();
      return;
    }
    const extension = extname(path);
    const type = extension in types ? types[extension] : TYPES[extension];
    response.writeHead(200, {
      "Content-Security-Policy": policy,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      ...headers,
      ...(type ? { "Content-Type": type } : {}),
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.url = `http://127.0.0.1:${server.address().port}/`;
  site.close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return site;
}
