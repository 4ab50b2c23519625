// The first script in the single file that contains the complete wizard. A page from a folder can neither fetch nor
// import files, so each embedded file gets a blob URL when it is requested by its usual name.
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
