// Lighthouse scores of the page, and of a page of documentation with the element: node lighthouse.mjs FOLDER
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { EXECUTABLE, FLAGS } from '../tests/e2e/chromium.mjs';
import { figure, serve, report } from './site.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** The number of runs for each page, because Lighthouse's times vary. */
const RUNS = 3;

const { url, close } = await serve(process.argv[2]);
try {
  for (const [name, path] of [['page', ''], ['docs', 'docs.html']]) {
    for (const [device, config] of [['mobile', undefined], ['desktop', desktop]]) {
      const results = [];
      for (let run = 0; run < RUNS; run += 1) {
        // A new browser for each run, so that no run uses the cache of another.
        const chrome = await launch({ chromePath: EXECUTABLE, chromeFlags: [...FLAGS, '--headless=new'], logLevel: 'silent' });
        try {
          const { lhr } = await lighthouse(url + path, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' }, config);
          results.push(lhr);
        } finally {
          await chrome.kill();
        }
      }
      report(CATEGORIES.map((id) => figure(`lighthouse.${name}.${device}.${id}`, '', results.map(({ categories }) => Math.round(categories[id].score * 100)))));
      for (const lhr of results.slice(0, 1)) {
        for (const id of CATEGORIES) {
          for (const { id: audit } of lhr.categories[id].auditRefs.filter(({ weight }) => weight)) {
            const { score, title, displayValue = '' } = lhr.audits[audit];
            if (score !== null && score < 0.995) console.error(`${name}, ${device}, ${id}: ${title} ${displayValue} (${score})`);
          }
        }
      }
    }
  }
} finally {
  close();
}
