// How much memory the modules of a page have, for tests and measurements.

/** Keeps the memory of each module that a page starts, from before its first script on: an init script. */
export function keepMemories() {
  window.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      // Exports have short names.
      window.memories.push(...Object.values((made.instance ?? made).exports).filter((known) => known instanceof WebAssembly.Memory));
      return made;
    };
  }
}

/** How many bytes the modules of a page have. */
export const moduleBytes = (page) => page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
