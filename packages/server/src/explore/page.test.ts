import { readdirSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Api, startApi } from '../testing/api.ts';
import { axeViolations, openTab, startChromium } from './page.testing.ts';

let api: Api;
let origin: string;
let browser: Browser | undefined;
beforeAll(async () => {
  api = await startApi();
  origin = new URL(api.url).origin;
  browser = await startChromium();
  if (!browser) console.warn('The page is not tested: there is no Chromium. Set CHROMIUM_PATH.');
});
afterAll(async () => {
  await browser?.close();
  await api.stop();
});

const assets = new URL('../../../explorer/dist/assets/', import.meta.url);

describe('the files of the page', () => {
  test('come with a policy that allows only scripts and styles of this server', async () => {
    const response = await fetch(origin);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await response.text()).not.toMatch(/<script>|<style|style="|https?:\/\//);
  });

  test('are compressed, and may be stored because their names change with them', async () => {
    const script = readdirSync(assets).find((name) => name.endsWith('.js'));
    const response = await fetch(`${origin}/assets/${script}`);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${origin}/assets/..%2findex.html`)).status).toBe(403);
  });

  test('are at most 170 KiB of script and style, compressed', () => {
    const names = readdirSync(assets).filter((name) => /\.(js|css)\.gz$/.test(name));
    const bytes = names.map((name) => statSync(new URL(name, assets)).size);
    expect(names.length).toBeGreaterThan(1);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(170 * 1024);
  });
});

/** Runs only where there is a Chromium. */
const inBrowser = (name: string, run: (browser: Browser) => Promise<void>) =>
  test(name, async () => {
    if (browser) await run(browser);
  });

describe('the page', () => {
  inBrowser('shows claims with their speakers, and asks no other host', async (chrome) => {
    const { page, problems, hosts } = await openTab(chrome, origin);
    await page
      .getByRole('link', { name: /controls the Yarmouk basin/ })
      .first()
      .waitFor();
    expect(await page.getByText('Yasser al-Turkmani → Diyaruna').count()).toBeGreaterThan(3);
    expect([...hosts]).toEqual([new URL(origin).host]);
    expect(problems).toEqual([]);
    await page.close();
  });

  inBrowser('words figures as they were said, and quotes no paraphrase', async (chrome) => {
    const { page } = await openTab(chrome, origin);
    expect(await page.getByText('at least 6,000').count()).toBeGreaterThan(1);
    expect(await page.getByText('not the report’s own words').count()).toBeGreaterThan(5);
    expect(await page.locator('q').count()).toBe(0);
    await page.close();
  });

  inBrowser('leaves fears out of a kind, says so, and shows them on request', async (chrome) => {
    const { page } = await openTab(chrome, `${origin}/?kind=CLASH`);
    await page.getByText('No claim matches.').waitFor();
    await page.getByRole('button', { name: 'Show fears and denials' }).click();
    await page.getByText('Feared', { exact: false }).first().waitFor();
    await page.close();
  });

  inBrowser('has an address for each view, in which a day is a condition', async (chrome) => {
    const { page } = await openTab(chrome, origin);
    await page.getByLabel('To', { exact: true }).fill('2018-06-30');
    await page.keyboard.press('Enter');
    await page.getByText('17 claims', { exact: true }).waitFor();
    await page.getByLabel('Period').selectOption('surely');
    await page.getByText('No claim matches.').waitFor();
    expect(new URL(page.url()).search).toBe('?to=2018-06-30&surely=1');
    await page.reload();
    await page.getByText('No claim matches.').waitFor();
    await page.close();
  });

  inBrowser('draws inferred dates as such, and puts no undated event on a day', async (chrome) => {
    const { page } = await openTab(chrome, origin);
    await page.locator('.timeline .band').first().waitFor();
    expect(await page.locator('.timeline .band').count()).toBe(1);
    expect(await page.locator('.timeline .band-within.band-inferred').count()).toBe(1);
    expect(await page.locator('.timeline .band-count').textContent()).toBe('× 17');
    await page.getByText('Undated: 9').waitFor();
    await page.close();
  });

  inBrowser('exports the view, and has it as a query that runs', async (chrome) => {
    const { page } = await openTab(chrome, `${origin}/?kind=LOOTING`);
    const address = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const rows = (await (await fetch(`${origin}/${address}`)).text()).trim().split('\r\n');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as GraphQL' }).click();
    await page.getByText('Copied').waitFor();
    const query = await page.evaluate('navigator.clipboard.readText()');
    const { claims } = await api.data(String(query));
    expect(claims.totalCount).toBeGreaterThan(2);
    expect(rows.length).toBe(claims.totalCount + 1);
    await page.close();
  });

  const views = [
    ['the list', undefined, 'en', 'light'],
    ['a claim', 'claims', 'en', 'light'],
    ['a faction', 'factions', 'en', 'dark'],
    ['a place', 'locations', 'ar', 'dark'],
    ['a source', 'sources', 'ar', 'light'],
    ['a report', 'reports', 'en', 'light'],
  ] as const;
  for (const [view, list, language, colorScheme] of views)
    inBrowser(
      `has no accessibility violation: ${view}, ${language}, ${colorScheme}`,
      async (chrome) => {
        const found = list && (await api.data(`{ ${list}(first: 1) { nodes { id } } }`));
        const open = list ? `&open=${found[list].nodes[0].id}` : '';
        const tab = await openTab(chrome, `${origin}/?lang=${language}${open}`, { colorScheme });
        expect([await axeViolations(tab.page), tab.problems]).toEqual([[], []]);
        expect(await tab.page.evaluate('document.dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        await tab.page.close();
      },
    );

  inBrowser('has each drawing as a table, and fits a narrow screen', async (chrome) => {
    const { page } = await openTab(chrome, origin, { viewport: { width: 390, height: 844 } });
    for (const name of ['Map', 'Timeline']) {
      await page
        .getByRole('region', { name, exact: true })
        .getByRole('button', { name: 'as a table' })
        .click();
    }
    expect(await page.getByRole('table').count()).toBe(2);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
