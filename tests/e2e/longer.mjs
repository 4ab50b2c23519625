// The page in a language whose words are longer: what a translation does to the layout, before there is one.

/**
 * Makes every text that is shown 40 % longer, but for code, which no translation touches. A single word grows into a longer
 * word, as German ones do; several get further words behind them. What has grown already does not grow again, so that this
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
