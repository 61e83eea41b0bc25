// What a host page can do: hand a document over, and use the report.

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
  first.check("示例县某局2022年政府信息公开工作年度报告\n一、总体情况\n本年度收到政府信息公开申请3件。");
});
