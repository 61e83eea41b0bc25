// <gouji-checker>: the checker in somebody else's page.
//
//   <script type="module" src="https://example.gov.cn/gouji/gouji-checker.js"></script>
//   <gouji-checker lang="zh-CN" theme="light" form="2021" show="findings tables"></gouji-checker>
//
// Nothing leaks either way: an open shadow root with its own stylesheet (closed ones deliver every
// event twice to Yew), no global names but the element's. Attributes may change at any time.
//
// Events, bubbling and composed: `gouji-ready`; `gouji-checked`, whose `detail` is the report object;
// `gouji-error`, whose `detail.message` says what went wrong.

import { loadApp } from "./app.js";
import { sharedEngine } from "./engine.js";

const ATTRIBUTES = ["lang", "theme", "form", "show"];

class GoujiChecker extends HTMLElement {
  static get observedAttributes() {
    return ATTRIBUTES;
  }

  #report = null;
  #handle = null;
  // Resolves to the handle once mounted; a new one after each unmount or failure.
  #mounted = deferred();
  #failed = false;
  #styled;
  #root;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("./styles/gouji.css", import.meta.url).href;
    // Ugly beats blank: without its styles it is still shown.
    this.#styled = new Promise((resolve) => {
      style.addEventListener("load", resolve);
      style.addEventListener("error", resolve);
    });
    this.#root = document.createElement("div");
    this.#root.setAttribute("part", "checker");
    shadow.append(style, this.#root);
  }

  /** The last report, as an object of the JSON contract; null before the first one. */
  get report() {
    return this.#report;
  }

  /**
   * Checks a text or a file and shows the result.
   *
   * @param {string | Uint8Array | ArrayBuffer | Blob} input
   * @param {string} [name] the file's name; a `File` brings its own
   * @returns {Promise<object>} the report; rejects when there is none
   */
  async check(input, name) {
    const named = name === undefined && input instanceof File ? input.name : name;
    const [handle, data] = await Promise.all([this.#mounted.promise, bytesOf(input)]);
    return handle.check(data, named);
  }

  connectedCallback() {
    this.#mount();
  }

  disconnectedCallback() {
    // Being moved within the page is a disconnect and a connect: that must not lose what is shown.
    Promise.resolve().then(() => {
      if (!this.isConnected) {
        this.#unmount();
      }
    });
  }

  attributeChangedCallback() {
    if (this.#handle) {
      this.#handle.set(this.#attributes());
    }
  }

  async #mount() {
    if (this.#failed) {
      this.#failed = false;
      this.#mounted = deferred();
    }
    try {
      const [mount] = await Promise.all([loadApp(), this.#styled]);
      if (this.isConnected && !this.#handle) {
        this.#show(mount);
      }
    } catch (error) {
      this.#fail(String(error));
    }
  }

  #show(mount) {
    this.#root.textContent = "";
    this.#handle = mount(this.#root, {
      mode: "widget",
      engine: sharedEngine(),
      onChecked: (report) => {
        this.#report = report;
        this.#emit("gouji-checked", report);
      },
      onError: (message) => this.#emit("gouji-error", { message }),
      ...this.#attributes(),
    });
    this.#mounted.resolve(this.#handle);
    this.#emit("gouji-ready", null);
  }

  #unmount() {
    if (this.#handle) {
      this.#handle.unmount();
      this.#handle = null;
      this.#mounted = deferred();
    }
  }

  #fail(message) {
    this.#failed = true;
    this.#root.textContent = "检查工具未能载入。 The checker could not be loaded.";
    this.#mounted.reject(new Error(message));
    this.#emit("gouji-error", { message });
  }

  /** Absent attributes are `undefined`: the user interface has its own defaults. */
  #attributes() {
    const values = {};
    for (const name of ATTRIBUTES) {
      values[name] = this.hasAttribute(name) ? this.getAttribute(name) : undefined;
    }
    return values;
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function deferred() {
  const result = {};
  result.promise = new Promise((resolve, reject) => {
    result.resolve = resolve;
    result.reject = reject;
  });
  // A failure is announced by `gouji-error`; a promise that nobody waits for is not another one.
  result.promise.catch(() => {});
  return result;
}

async function bytesOf(input) {
  return input instanceof Blob ? input.arrayBuffer() : input;
}

// Two copies of the script on one page: the first one wins.
if (!customElements.get("gouji-checker")) {
  customElements.define("gouji-checker", GoujiChecker);
}
