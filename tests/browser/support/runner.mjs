// Node's test runner with a limit for every test: a page that never answers is a failure, not a hang.

import { test as nodeTest } from "node:test";

export { after, before, describe } from "node:test";

const LIMIT = 60_000;

export function test(name, body) {
  return nodeTest(name, { timeout: LIMIT }, body);
}
