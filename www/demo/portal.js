// What a host page can do: hand a document over, and use the report.

import { report } from "./report.js";

const result = document.getElementById("result");
const first = document.getElementById("first");

document.addEventListener("gouji-checked", (event) => {
  const { summary } = event.detail;
  result.textContent = summary ? `${event.target.id}: ${summary.errors} / ${summary.warnings}` : `${event.target.id}: ✓`;
});
document.addEventListener("gouji-error", (event) => {
  result.textContent = event.detail.message;
});
document.getElementById("load").addEventListener("click", () => {
  first.check(report);
});
