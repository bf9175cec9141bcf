import { readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { startApi } from '../testing/api.ts';
import { testInChromium } from '../testing/chromium.ts';
import { axeViolations, setUpPage } from './page.testing.ts';

const site = setUpPage(startApi);
const { inTab } = site;

const assets = new URL('../../../explorer/dist/assets/', import.meta.url);

describe('the files of the page', () => {
  test('come with a policy that allows only scripts and styles of this server', async () => {
    const response = await fetch(site.origin);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await response.text()).not.toMatch(/<script>|<style|style="|https?:\/\//);
  });

  test('are compressed, and may be stored because their names change with them', async () => {
    const script = readdirSync(assets).find((name) => name.endsWith('.js'));
    const response = await fetch(`${site.origin}/assets/${script}`);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${site.origin}/assets/..%2findex.html`)).status).toBe(403);
  });

  test('are at most 170 KiB of script and style, compressed', () => {
    const names = readdirSync(assets).filter((name) => /\.(js|css)\.gz$/.test(name));
    const bytes = names.map((name) => statSync(new URL(name, assets)).size);
    expect(names.length).toBeGreaterThan(1);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(170 * 1024);
  });
});

describe('the page', () => {
  inTab(
    'shows claims with their speakers, and asks no other host',
    async ({ page, problems, hosts }) => {
      await page
        .getByRole('link', { name: /controls the Yarmouk basin/ })
        .first()
        .waitFor();
      expect(await page.getByText('Yasser al-Turkmani → Diyaruna').count()).toBeGreaterThan(3);
      expect([...hosts]).toEqual([new URL(site.origin).host]);
      expect(problems).toEqual([]);
    },
  );

  inTab('links to GraphiQL and to Sandbox', async ({ page }) => {
    for (const [name, title] of [
      ['GraphiQL', 'Claimgraph: GraphiQL'],
      ['Sandbox', 'Claimgraph: Apollo Sandbox'],
    ] as const) {
      const href = await page.getByRole('link', { name }).getAttribute('href');
      const headers = { accept: 'text/html' };
      const response = await fetch(new URL(href ?? '', `${site.origin}/`), { headers });
      expect(await response.text()).toContain(`<title>${title}</title>`);
    }
  });

  inTab('words figures as they were said, and quotes no paraphrase', async ({ page }) => {
    expect(await page.getByText('at least 6,000').count()).toBeGreaterThan(1);
    expect(await page.getByText('not the report’s own words').count()).toBeGreaterThan(5);
    expect(await page.locator('q').count()).toBe(0);
  });

  testInChromium('leaves fears out of a kind, says so, and shows them on request', async () => {
    const { page } = await site.openTab('/?kind=CLASH');
    await page.getByText('No claim matches.').waitFor();
    await page.getByRole('button', { name: 'Show fears and denials' }).click();
    await page.getByText('Feared', { exact: false }).first().waitFor();
    await page.close();
  });

  inTab('has an address for each view, in which a day is a condition', async ({ page }) => {
    await page.getByLabel('To', { exact: true }).fill('2018-06-30');
    await page.keyboard.press('Enter');
    await page.getByText('17 claims', { exact: true }).waitFor();
    await page.getByLabel('Period').selectOption('surely');
    await page.getByText('No claim matches.').waitFor();
    expect(new URL(page.url()).search).toBe('?to=2018-06-30&surely=1');
    await page.reload();
    await page.getByText('No claim matches.').waitFor();
  });

  inTab('draws inferred dates as such, and puts no undated event on a day', async ({ page }) => {
    await page.locator('.timeline .band').first().waitFor();
    expect(await page.locator('.timeline .band').count()).toBe(1);
    expect(await page.locator('.timeline .band-within.band-inferred').count()).toBe(1);
    expect(await page.locator('.timeline .band-count').textContent()).toBe('× 17');
    await page.getByText('Undated: 9').waitFor();
  });

  testInChromium('exports the view, and has it as a query that runs', async () => {
    const { page } = await site.openTab('/?kind=LOOTING');
    const address = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const rows = (await (await fetch(`${site.origin}/${address}`)).text()).trim().split('\r\n');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as GraphQL' }).click();
    await page.getByText('Copied').waitFor();
    const query = await page.evaluate('navigator.clipboard.readText()');
    const { claims } = await site.api.data(String(query));
    expect(claims.totalCount).toBeGreaterThan(2);
    expect(rows.length).toBe(claims.totalCount + 1);
    await page.close();
  });

  const views = [
    ['the list', undefined],
    ['a claim', 'claims'],
    ['a faction', 'factions'],
    ['a place', 'locations'],
    ['a source', 'sources'],
    ['a report', 'reports'],
  ] as const;
  for (const [view, list] of views)
    testInChromium(
      `has no accessibility violation in both directions and themes: ${view}`,
      async () => {
        const found = list && (await site.api.data(`{ ${list}(first: 1) { nodes { id } } }`));
        const open = list ? `&open=${found[list].nodes[0].id}` : '';
        const tab = await site.openTab(`/?lang=en${open}`, { colorScheme: 'light' });
        expect(await axeViolations(tab.page)).toEqual([]);
        await tab.page.emulateMedia({ colorScheme: 'dark' });
        await tab.page.goto(`${site.origin}/?lang=ar${open}`);
        await tab.page.waitForLoadState('networkidle');
        expect(await axeViolations(tab.page)).toEqual([]);
        expect(await tab.page.evaluate('document.dir')).toBe('rtl');
        expect([tab.problems, [...tab.hosts]]).toEqual([[], [new URL(site.origin).host]]);
        await tab.page.close();
      },
    );

  testInChromium('has each drawing as a table, and fits a narrow screen', async () => {
    const { page } = await site.openTab('/', { viewport: { width: 390, height: 844 } });
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
