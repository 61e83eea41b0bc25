// The checker as the user interface sees it: `check()` returns a promise, whatever runs it.
//
// A worker where one can be had; otherwise (no module workers, a policy that refuses them, another
// origin) the same code on this thread. Requests are answered in order. A worker that crashes fails
// the request it was running, and only that one: the others are sent to its successor.

import { EngineError } from "./engine-error.js";

export { EngineError };

export class Engine {
  #worker = null;
  #workerReady = false;
  #local = null;
  #pending = new Map();
  #lastId = 0;

  /** Starts loading at once, so that nothing is left to fetch when the first report comes. */
  constructor() {
    this.#start();
  }

  /**
   * @param {string | ArrayBuffer | Uint8Array} input text, or the bytes of a file
   * @param {object} [options] passed to the engine: `lang`, `name`, …
   * @param {AbortSignal} [signal] cancels; a check that is already running is stopped with its worker
   * @returns {Promise<{ report: object, text: string }>} `text` is the document's text, decoded when
   *   bytes were given; the report's spans point into it. Rejects with an `EngineError`.
   */
  check(input, options = {}, signal = undefined) {
    return this.#ask("check", { input: detached(input), options }, signal);
  }

  /**
   * @param {string} lang
   * @returns {Promise<object[]>} the rules with their pages
   */
  rules(lang) {
    return this.#ask("rules", { lang });
  }

  #ask(kind, content, signal = undefined) {
    return new Promise((resolve, reject) => {
      if (signal && signal.aborted) {
        reject(new EngineError("cancelled"));
        return;
      }
      const id = ++this.#lastId;
      this.#pending.set(id, { kind, content, resolve, reject });
      if (signal) {
        signal.addEventListener("abort", () => this.#cancel(id), { once: true });
      }
      this.#send(id);
    });
  }

  #start() {
    this.#workerReady = false;
    try {
      this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    } catch (error) {
      this.#goLocal();
      return;
    }
    const worker = this.#worker;
    worker.addEventListener("message", (event) => this.#receive(event.data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker !== this.#worker) {
        return;
      }
      if (this.#workerReady) {
        this.#crashed();
      } else {
        this.#goLocal();
      }
    });
  }

  /** The first pending request is the running one: a worker takes them in order. */
  #crashed() {
    const [id] = this.#pending.keys();
    this.#settle(id, (request) => request.reject(new EngineError("crashed")));
    this.#restart();
  }

  #restart() {
    this.#stop();
    this.#start();
    this.#sendAll();
  }

  #stop() {
    if (this.#worker) {
      this.#worker.terminate();
      this.#worker = null;
    }
  }

  #cancel(id) {
    const [running] = this.#pending.keys();
    const found = this.#settle(id, (request) => request.reject(new EngineError("cancelled")));
    if (found && id === running && this.#worker) {
      this.#restart();
    }
  }

  #receive(message) {
    if ("ready" in message) {
      this.#workerReady = message.ready;
      if (!message.ready) {
        this.#goLocal();
      }
      return;
    }
    if (message.ok) {
      this.#settle(message.id, (request) => request.resolve(message.result));
    } else if (message.fatal) {
      this.#settle(message.id, (request) => request.reject(new EngineError("crashed", message.message)));
      this.#restart();
    } else {
      this.#settle(message.id, (request) => request.reject(new EngineError("failed", message.message)));
    }
  }

  #settle(id, how) {
    const request = this.#pending.get(id);
    if (!request) {
      return false;
    }
    this.#pending.delete(id);
    how(request);
    return true;
  }

  #goLocal() {
    this.#stop();
    this.#local = import("./check.js").then(({ loadChecker }) => loadChecker());
    // Whoever asks for a check is told; nobody else needs to hear of it.
    this.#local.catch(() => {});
    this.#sendAll();
  }

  #sendAll() {
    for (const id of [...this.#pending.keys()]) {
      this.#send(id);
    }
  }

  #send(id) {
    const { kind, content } = this.#pending.get(id);
    if (this.#worker) {
      this.#worker.postMessage({ id, kind, ...content });
    } else {
      this.#runLocally(id);
    }
  }

  async #runLocally(id) {
    let answer;
    try {
      answer = await this.#local;
    } catch (error) {
      this.#settle(id, (request) => request.reject(new EngineError("unavailable", error.message)));
      return;
    }
    this.#settle(id, (request) => {
      try {
        request.resolve(answer[request.kind](request.content));
      } catch (error) {
        const code = error instanceof WebAssembly.RuntimeError ? "crashed" : "failed";
        request.reject(new EngineError(code, String(error.message || error)));
      }
    });
  }
}

let shared;

/** The page's one engine, shared by every checker on it. */
export function sharedEngine() {
  if (!shared) {
    shared = new Engine();
  }
  return shared;
}

/** A copy that stays the caller's own, and that can be sent again to a second worker. */
function detached(input) {
  if (ArrayBuffer.isView(input)) {
    return input.buffer.slice(input.byteOffset, input.byteOffset + input.byteLength);
  }
  return input;
}
