// Why a check gave no report.

const MESSAGES = {
  cancelled: "已取消。 Cancelled.",
  crashed: "检查程序意外停止，已重新启动；您的内容没有丢失，请再试一次。 The checker stopped unexpectedly and was restarted; your text is still there, please try again.",
  failed: "这份文件无法检查。 This document could not be checked.",
  unavailable: "检查程序未能载入，请刷新页面。 The checker could not be loaded, please reload the page.",
};

/**
 * `code` is `cancelled`, `crashed`, `failed` or `unavailable`: translate by it.
 * `detail` is what the engine said, where it said anything; for `failed` it names the cause.
 */
export class EngineError extends Error {
  constructor(code, detail = "") {
    super(code === "failed" && detail ? detail : MESSAGES[code]);
    this.name = "EngineError";
    this.code = code;
    this.detail = detail;
  }
}
