// The memory of the modules of a page, for tests and measurements.

/** An init script that records the memory of each module that a page starts, from before its first script. */
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

/** The number of bytes of memory that the modules of a page have. */
export const moduleBytes = (page) => page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
