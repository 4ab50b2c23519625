// Takes pictures of every step of the published page, and collects them on one sheet: node shots.mjs FOLDER LANGUAGE [PART OF A NAME]
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { lengthen } from './longer.mjs';
import { STEPS, complete } from './page.mjs';
import config from './playwright.config.mjs';
import { serve } from './server.mjs';

const WIDTHS = [320, 768, 1280, 2560];
const THEMES = ['light', 'dark'];

/** Scenarios to show, as links. */
const EMPTY = '';
const FINDINGS =
  'edition=arc-preview&foo=1&resource-group=a%20b&exposure=cluster-ip&identity=user-assigned&identity-ids=x';
const COMPLETE =
  'v=1&cluster=aks&subscription=11111111-2222-3333-4444-555555555555&resource-group=rg-ml-prod&cluster-name=aks-ml-prod'
  + '&cname=ml.example.org&cert-file=certs%2Fml.pem&key-file=certs%2Fml.key&workspace=mlw-prod';

/** A state of the page: what it shows, for whom, and in which themes and widths. */
const STATES = [
  // The visible part on a screen of usual height. All others are the complete page.
  { name: 'first-sight', link: EMPTY, isScreen: true, steps: ['Cluster'] },
  { name: 'empty', link: EMPTY },
  { name: 'findings', link: FINDINGS },
  { name: 'complete', link: COMPLETE },
  { name: 'longer', link: COMPLETE, isLonger: true, themes: ['light'], widths: [320, 1280] },
  { name: 'longer-findings', link: FINDINGS, isLonger: true, themes: ['light'], widths: [320, 1280] },
  { name: 'forced-colours', link: FINDINGS, media: { forcedColors: 'active' }, widths: [1280] },
  { name: 'more-contrast', link: FINDINGS, media: { contrast: 'more' }, widths: [1280] },
  // As wide as A4 paper within its margins. Paper is white, independent of the screen.
  { name: 'print', link: COMPLETE, media: { media: 'print' }, widths: [718], steps: ['Cluster'] },
];

const [folder, lang, only = ''] = process.argv.slice(2);
/** The texts of the page, if the language is not English. */
const translations = new URL('../../public/locales/', import.meta.url);
const languages = ['en', ...(await readdir(translations)).map((file) => file.replace('.json', ''))];
if (!languages.includes(lang)) {
  console.error(`there is no language “${lang}”: ${languages.join(', ')}`);
  process.exit(1);
}
const translated = lang === 'en' ? {} : JSON.parse(await readFile(new URL(`${lang}.json`, translations), 'utf8'));
const open = async (page, link) => {
  await page.goto(link ? `./#${link}` : './');
  const name = translated['page.PlanHeading'] ?? 'Commands';
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await complete(page).waitFor();
};
const step = (page, name) => page
  .getByRole('navigation', { name: translated['page.WizardNav'] ?? 'Steps of the wizard' })
  .getByRole('button', { name: translated[`wizard-step.${name.toLowerCase()}`] ?? name });

/** Every picture with its name. */
function pictures() {
  return STATES.flatMap((state) => {
    const { themes = THEMES, widths = WIDTHS, steps = STEPS } = state;
    return themes.flatMap((theme) => widths.flatMap((width) => steps.map((name) => {
      const title = steps.length > 1 ? `-${STEPS.indexOf(name) + 1}-${name.toLowerCase()}` : '';
      const language = lang === 'en' ? '' : `${lang}-`;
      return { state, theme, width, step: name, title: `${language}${state.name}${title}-${theme}-${width}` };
    })));
  });
}

/** Pictures that one page can show in sequence. */
function byPage(all) {
  const pages = new Map();
  for (const picture of all) {
    const key = `${picture.state.name} ${picture.theme} ${picture.width}`;
    pages.set(key, [...(pages.get(key) ?? []), picture]);
  }
  return [...pages.values()];
}

async function shoot(browser, baseURL, folder, sequence) {
  const [{ state, theme, width }] = sequence;
  // High enough to show all questions, which scroll on their own beside the plan.
  const viewport = { width, height: state.isScreen ? 800 : 1800 };
  const context = await browser.newContext({ baseURL, viewport, locale: lang, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: theme });
  await open(page, state.link);
  for (const picture of sequence) {
    // A printed page has no controls.
    await page.emulateMedia({ media: 'screen' });
    await step(page, picture.step).click();
    await page.evaluate(() => scrollTo(0, 0));
    if (state.media) await page.emulateMedia(state.media);
    if (state.isLonger) await lengthen(page);
    const path = join(folder, `${picture.title}.png`);
    await page.screenshot({ path, fullPage: !state.isScreen, animations: 'disabled' });
  }
  if (state.media?.media === 'print' && theme === 'light') {
    await page.pdf({ path: join(folder, `${sequence[0].title}.pdf`), format: 'A4', printBackground: false });
  }
  await context.close();
}

/** A sheet with every picture in the folder, which may be more than this run has taken. */
async function sheet(folder) {
  const files = (await readdir(folder)).filter((file) => /\.(png|pdf)$/.test(file));
  const figures = files.toSorted().map((file) => {
    const picture = file.endsWith('.png') ? `<img src="${file}" alt="" loading="lazy">` : 'As a file for paper';
    return `<a href="${file}"><figure>${picture}<figcaption>${file}</figcaption></figure></a>`;
  });
  const style = `
    body { font: 0.8rem/1.4 system-ui, sans-serif; background: #777; color: #000; }
    main { display: flex; flex-wrap: wrap; align-items: start; gap: 1rem; }
    figure { margin: 0; padding: 0.5rem; background: #fff; inline-size: 20rem; overflow-wrap: anywhere; }
    img { inline-size: 100%; max-block-size: 30rem; object-fit: cover; object-position: top; }`;
  await writeFile(join(folder, 'index.html'), `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The page, step by step</title><style>${style}</style>
<main>${figures.join('\n')}</main></html>
`);
}

const wanted = pictures().filter(({ title }) => title.includes(only));
if (wanted.length === 0) {
  console.error(`no picture has “${only}” in its name; one is called ${pictures()[0].title}`);
  process.exit(1);
}
// A picture of an older page would look like one of this page.
if (!only && lang === 'en') await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const site = await serve();
const browser = await chromium.launch(config.use.launchOptions);
try {
  const pages = byPage(wanted);
  // As many in parallel as the tests have workers.
  const worker = async () => {
    for (let sequence = pages.shift(); sequence; sequence = pages.shift()) {
      await shoot(browser, site.url, folder, sequence);
    }
  };
  await Promise.all(Array.from({ length: config.workers }, worker));
  await sheet(folder);
  console.log(`${wanted.length} pictures: ${join(folder, 'index.html')}`);
} finally {
  await browser.close();
  site.close();
}
