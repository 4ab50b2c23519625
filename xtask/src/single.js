// Goes before everything in the one file that holds the whole wizard. A page from a folder may neither fetch files nor
// import them, so what lies inside it gets an address of its own when it is asked for under the name it has elsewhere.
{
  const files = FILES;
  const known = new Map();
  const address = (name) => {
    if (!known.has(name)) {
      const [type, text] = files[name];
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      known.set(name, URL.createObjectURL(new Blob([bytes], { type })));
    }
    return known.get(name);
  };
  globalThis.URL = class extends URL {
    constructor(wanted, base) {
      const [name] = String(wanted).split('?');
      super(Object.hasOwn(files, name) ? address(name) : wanted, base);
    }
  };
}
