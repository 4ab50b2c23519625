// The page with longer words, to test the layout for translations that do not exist yet.

/**
 * Makes every visible text 40 % longer, except code, which is never translated. A single word grows into a longer
 * word, as in German; several words get further words after them. Text that has grown does not grow again, so that this
 * can be called after each change of the page.
 */
export const lengthen = (page) => page.evaluate(() => {
  const SHARE = 0.4;
  const WORDS = 'éçhø Übergänge ñandú ångström žluťoučký Größenverhältnisse œuvre';
  const grown = (window.grownTexts ??= new WeakMap());
  const padding = (length) => WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);
  const longer = (text) => {
    const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(text);
    const more = Math.ceil(words.length * SHARE);
    const isOneWord = !/\s/.test(words);
    const padded = isOneWord ? padding(more).replaceAll(' ', '') : ` ${padding(more - 1)}`.trimEnd();
    return before + words + padded + after;
  };
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (nodes.nextNode()) found.push(nodes.currentNode);
  for (const node of found) {
    const isWords = /\p{L}/u.test(node.data) && grown.get(node) !== node.data;
    if (!isWords || node.parentElement.closest('code, pre, script, style, textarea, noscript')) continue;
    if (!node.parentElement.checkVisibility()) continue;
    node.data = longer(node.data);
    grown.set(node, node.data);
  }
});
