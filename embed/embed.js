// The element <azureml-k8s-wizard>. The name of this file is stable. It loads files beside it, whose names change
// with their contents, when an element comes near the viewport, or at once if it is `eager`.
const SCRIPT = __SCRIPT__;
const MODULE = __MODULE__;
const STYLE = __STYLE__;

const at = ({ name }) => new URL(name, import.meta.url).href;
const link = (rel, { name, integrity }) => Object.assign(document.createElement('link'), {
  rel, integrity, crossOrigin: 'anonymous', href: at({ name }),
});

let started;
// The script and the compiled module, which all elements of a page share. Each element has its own instance.
const start = (place) => started ??= (async () => {
  // Preloaded with its integrity value before it runs, because an `import()` cannot have one.
  const ahead = link('modulepreload', SCRIPT);
  place.append(ahead);
  const module = fetch(at(MODULE), { integrity: MODULE.integrity, referrerPolicy: 'no-referrer' }).then((response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.arrayBuffer();
  });
  const all = await Promise.all([import(at(SCRIPT)), module.then((bytes) => WebAssembly.compile(bytes))]);
  ahead.remove();
  return all;
})().catch((error) => {
  started = undefined;
  throw error;
});

/** `WebAssembly`, but with modules that call `trapped` when an error leaves one of their functions. The memory of a module
    is then in no known state, so that none of its functions runs again, not even from a timer or a listener. */
const guarded = (trapped) => {
  let isOver = false;
  const guard = (call) => typeof call !== 'function' ? call : (...given) => {
    if (isOver) return undefined;
    try {
      return call(...given);
    } catch (error) {
      if (!isOver) {
        isOver = true;
        trapped(error);
      }
      throw error;
    }
  };
  const start = (way) => ({
    value: async (...given) => {
      const made = await WebAssembly[way](...given);
      const { exports } = made.instance ?? made;
      return { instance: { exports: Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, guard(value)])) } };
    },
  });
  return Object.create(WebAssembly, { instantiate: start('instantiate'), instantiateStreaming: start('instantiateStreaming') });
};

// How host pages state their colour scheme: MkDocs Material, Docusaurus, Furo, Bootstrap.
const SAID = ['data-md-color-scheme', 'data-theme', 'data-bs-theme'];
const COLOURS = { dark: 'dark', slate: 'dark', light: 'light', default: 'light', auto: 'system', system: 'system' };
const around = () => {
  for (const node of [document.body, document.documentElement]) {
    for (const name of SAID) {
      const said = COLOURS[node.getAttribute(name)];
      if (said) return said;
    }
  }
  return '';
};

const PARTS = ['steps', 'fields', 'output'];
// Attributes that the browser or others read. They are not fields.
const OTHERS = [...PARTS, 'lang', 'shell', 'link', 'theme', 'eager', 'id', 'class', 'style', 'slot', 'hidden', 'title', 'dir', 'part'];

// The details are created only when they are read, because a result is a complete plan. They are not a property of each
// event, because V8 keeps the last one's getter for ever, and with it the element.
class WizardEvent extends CustomEvent {
  #make;
  #made;

  constructor(name, make) {
    super(name, { bubbles: true, composed: true });
    this.#make = make;
  }

  get detail() {
    return this.#made ??= this.#make();
  }
}

class AzuremlK8sWizard extends HTMLElement {
  #shadow = this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');
  #box;
  #made;
  #wizard;
  #error = null;
  #link;
  #watchers = [];

  constructor() {
    super();
    // The light content, until the wizard has loaded.
    this.#shadow.append(this.#slot);
  }

  connectedCallback() {
    // Moved within the page: keep everything, unless it has failed.
    if (this.#watchers.length && !this.#error) return;
    this.#unwatch();
    // Set before the element was defined.
    if (Object.hasOwn(this, 'link')) {
      const { link: early } = this;
      delete this.link;
      this.link = early;
    }
    this.#watch(new MutationObserver((changes) => this.#changed(changes.map(({ attributeName }) => attributeName))), (it) => it.observe(this, { attributes: true }));
    this.#watch(new MutationObserver(() => this.#colour()), (it) => {
      for (const node of [document.body, document.documentElement]) it.observe(node, { attributeFilter: SAID });
    });
    this.#watch(new IntersectionObserver((seen, it) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      it.disconnect();
      this.#show();
    }, { rootMargin: '400px' }), (it) => {
      if (this.hasAttribute('eager')) this.#show();
      else it.observe(this);
    });
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#unwatch();
      this.#link = this.link;
      this.#hide();
    });
  }

  /** The link to the scenario. */
  get link() {
    return this.#wizard ? this.#wizard.link() : this.#link ?? this.#said();
  }

  set link(link) {
    this.#link = String(link ?? '').replace(/^#/, '');
    if (this.#wizard) this.#use('link', this.#link);
  }

  /** The result as in the contract; null until the wizard is ready, and once it has failed. */
  get result() {
    return this.#wizard ? JSON.parse(this.#wizard.result()) : null;
  }

  /** Why the wizard has failed; null while it has not. */
  get error() {
    return this.#error;
  }

  #watch(watcher, begin) {
    this.#watchers.push(watcher);
    begin(watcher);
  }

  #unwatch() {
    for (const watcher of this.#watchers) watcher.disconnect();
    this.#watchers = [];
  }

  /** The scenario of the attributes: the link, overridden by each field. */
  #said() {
    const fields = this.getAttributeNames().filter((name) => !OTHERS.includes(name) && !/^(data-|aria-|on)/.test(name));
    const pairs = fields.map((name) => `${name}=${encodeURIComponent(this.getAttribute(name))}`);
    return [this.getAttribute('link')?.replace(/^#/, ''), ...pairs].filter(Boolean).join('&');
  }

  #language() {
    return this.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? navigator.languages.join();
  }

  #colour() {
    if (!this.#box) return;
    const theme = this.getAttribute('theme');
    this.#box.dataset.theme = theme === 'light' || theme === 'dark' ? theme : around();
  }

  /** Passes an attribute to the wizard, and warns in the console about values that have no effect. */
  #use(name, value) {
    this.#warn(name, this.#wizard.set(name, value));
  }

  #warn(name, unknown) {
    if (unknown.length) console.warn(`<azureml-k8s-wizard> ${name}: ${unknown.join(', ')} means nothing here`);
  }

  /** An instance of the module for this element only, which is freed with it. */
  #instance() {
    const made = (async () => {
      const [script, module] = await start(this.#shadow);
      const instance = script.default(at(SCRIPT), guarded((error) => {
        if (this.#made === made) this.#fail(new Error(`The wizard has stopped: ${error.message}`, { cause: error }));
      }));
      await instance.default({ module_or_path: module });
      return instance;
    })();
    return made;
  }

  async #show() {
    const made = (this.#made ??= this.#instance());
    let box;
    try {
      const module = await made;
      if (!this.isConnected || this.#wizard) return;
      this.#error = null;
      box = Object.assign(document.createElement('div'), { className: 'wizard', hidden: true });
      const style = link('stylesheet', STYLE);
      const styled = new Promise((resolve, reject) => { Object.assign(style, { onload: resolve, onerror: reject }); });
      this.#wizard = new module.Wizard();
      this.#box = box;
      this.#shadow.append(style, box);
      await styled;
      if (this.#box === box) this.#fill(box);
    } catch (error) {
      // Not of an attachment that is over.
      if (this.#made !== made || this.#box !== box) return;
      console.warn('<azureml-k8s-wizard> cannot start:', error);
      this.#fail(error);
    }
  }

  /** Shows the light content instead of the wizard. The next attachment starts with a new instance of the module. */
  #fail(error) {
    this.#error = error;
    this.#made = undefined;
    this.#hide();
    this.dispatchEvent(new WizardEvent('wizard-error', () => error));
  }

  #fill(box) {
    // The root font size if the host page set none.
    box.style.all = 'initial';
    const { fontSize } = getComputedStyle(box);
    box.style.all = '';
    box.style.setProperty('--rem', fontSize);
    this.#colour();
    // The host page must not treat keys typed here as its shortcuts.
    for (const type of ['keydown', 'keypress', 'keyup']) {
      box.addEventListener(type, (event) => {
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
        if (plain && event.target.matches('input:not([type=radio], [type=checkbox]), select, textarea')) event.stopPropagation();
      });
    }
    this.#warn('steps, fields, output', this.#wizard.restrict(...PARTS.map((name) => this.getAttribute(name) ?? '')));
    this.#use('link', this.#link ?? this.#said());
    if (this.hasAttribute('shell')) this.#use('shell', this.getAttribute('shell'));
    this.#wizard.set('lang', this.#language());
    this.#wizard.show(box, () => {
      box.hidden = false;
      this.#slot.remove();
      this.dispatchEvent(new WizardEvent('wizard-ready', () => this.result));
    }, () => this.dispatchEvent(new WizardEvent('wizard-change', () => this.result)));
  }

  #hide() {
    const wizard = this.#wizard;
    this.#wizard = this.#box = undefined;
    wizard?.free();
    this.#shadow.replaceChildren(this.#slot);
  }

  #changed(names) {
    if (!this.#wizard) {
      if (names.includes('eager') && this.hasAttribute('eager')) this.#show();
      return;
    }
    for (const name of new Set(names)) {
      const value = this.getAttribute(name);
      if (PARTS.includes(name)) {
        this.#link = this.link;
        this.#hide();
        this.#show();
        return;
      }
      if (name === 'theme') this.#colour();
      else if (name === 'lang') this.#wizard.set(name, this.#language());
      else if (name === 'link') this.#use(name, this.#said());
      else if (name === 'shell') this.#use(name, value ?? 'bash');
      else if (!OTHERS.includes(name)) this.#use(name, value ?? '');
    }
  }
}

if (!customElements.get('azureml-k8s-wizard')) customElements.define('azureml-k8s-wizard', AzuremlK8sWizard);
