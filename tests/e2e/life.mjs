// Elements that come and go. Each of these functions runs in a page, in any browser, and is complete in itself.

/**
 * Takes the element off, puts it back, and moves it to the second place and back, with each delay from 0 to 200 ms in between.
 * The element ends where it was.
 */
export async function comeAndGo([selector, second]) {
  const wait = (delay) => new Promise((then) => { setTimeout(then, delay); });
  const element = document.querySelector(selector);
  const [place, before, other] = [element.parentElement, element.nextSibling, document.querySelector(second)];
  const putBack = () => place.insertBefore(element, before);
  for (let delay = 0; delay <= 200; delay += 10) {
    for (const act of [() => element.remove(), putBack, () => other.append(element), () => element.remove(), () => other.append(element), putBack]) {
      act();
      await wait(delay);
    }
  }
}

/** Attaches as many new elements, one after another, and takes each off after 0 to 150 ms. */
export async function passBy([selector, second, count]) {
  const { localName } = document.querySelector(selector);
  for (let i = 0; i < count; i += 1) {
    const element = document.createElement(localName);
    for (const [name, value] of [['eager', ''], ['cluster', 'aks'], ['lang', i % 3 ? 'en' : 'de']]) element.setAttribute(name, value);
    document.querySelector(second).append(element);
    await new Promise((then) => { setTimeout(then, (i * 10) % 160); });
    element.remove();
  }
}

/** Changes attributes of the element a hundred times at random, some at once and some up to 60 ms later. */
export async function flood([selector, seed]) {
  const element = document.querySelector(selector);
  // The generator of Park and Miller.
  let state = seed;
  const below = (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const values = {
    link: ['v=1&cluster=aks', 'v=1&cluster=arc&workload=training', 'v=1&edition=aks-v1', ''],
    lang: ['en', 'de', 'ja', 'fr', 'ko'],
    shell: ['bash', 'powershell', 'cmd'],
    theme: ['dark', 'light', 'auto'],
    steps: ['cluster', 'cluster,workspace', 'endpoint'],
    fields: ['exposure,transport', 'cluster-name'],
    output: ['create-extension', 'none', 'verify-extension,delete-extension'],
    cluster: ['aks', 'arc'],
    exposure: ['public', 'internal', 'node-port'],
    'cluster-name': ['a', 'not a name', 'edge-7'],
    'resource-group': ['rg', 'rg & co'],
    class: ['wide'],
  };
  const names = Object.keys(values);
  for (let i = 0; i < 100; i += 1) {
    const name = names[below(names.length)];
    const value = [...values[name], null][below(values[name].length + 1)];
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
    if (below(3)) await new Promise((then) => { setTimeout(then, below(60)); });
  }
  for (const name of names) element.removeAttribute(name);
}
