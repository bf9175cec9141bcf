import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../testing/api.ts';
import { axeViolations, openTab, startChromium } from './page.testing.ts';

let api: Api;
let origin: string;
let folder: string;
let browser: Browser | undefined;
beforeAll(async () => {
  api = await startApi();
  origin = new URL(api.url).origin;
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-case-'));
  browser = await startChromium();
  if (!browser) console.warn('Files are not tested: there is no Chromium. Set CHROMIUM_PATH.');
});
afterAll(async () => {
  await browser?.close();
  await api.stop();
  await rm(folder, { recursive: true });
});

const inBrowser = (name: string, run: (browser: Browser) => Promise<void>) =>
  test(name, async () => {
    if (browser) await run(browser);
  });

/** Presses a button that saves a file. @returns the path of the file. */
async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

describe('a saved case', () => {
  inBrowser('opens from the disk with all views, and asks nobody', async (chrome) => {
    const { page } = await openTab(chrome, `${origin}/?from=2018-06-19&to=2018-07-14`);
    const path = await saved(page, 'Save this case');
    await page.close();
    const html = await readFile(path, 'utf8');
    expect(html.length).toBeLessThan(3 * 1024 * 1024);
    expect(html).toContain("default-src 'none'");

    const tab = await openTab(chrome, `file://${path}`, { offline: true });
    const reader = tab.page;
    await reader.getByText('17 claims', { exact: true }).first().waitFor();
    await reader.getByText('A saved case of 17 claims').waitFor();
    await reader.getByText('at least 6,000').first().waitFor();
    await reader.locator('.map .sign').first().waitFor();
    expect(await reader.locator('.timeline .band').count()).toBe(1);
    expect(await axeViolations(reader)).toEqual([]);

    // A claim, its chain and its passage; then each kind of record; then a condition.
    await reader.getByRole('link', { name: /entered the western rural area/ }).click();
    await reader.locator('mark', { hasText: 'western rural area' }).waitFor();
    await reader.getByRole('heading', { name: 'How do we know' }).waitFor();
    const chain = reader.locator('.chain');
    for (const name of ['Yasser al-Turkmani', 'Diyaruna']) {
      await chain.getByRole('link', { name, exact: true }).click();
      await reader.getByRole('heading', { level: 1, name }).waitFor();
      await reader.goBack();
    }
    await chain.getByRole('link', { name: /Reported from Daraa/ }).click();
    await reader.getByRole('heading', { level: 1, name: /Reported from Daraa/ }).waitFor();
    await reader.goBack();
    for (const name of [/Tal Shihab/, /government forces/i]) {
      await reader.locator('.facts').getByRole('link', { name }).first().click();
      await reader.locator('.record:not(.claim-view) h1', { hasText: name }).waitFor();
      await reader.goBack();
    }
    await reader.getByRole('combobox', { name: /Find a place/ }).fill('jumaa');
    await reader.getByRole('option', { name: /Jumaa al-Masalma/ }).click();
    await reader.getByText('5 claims', { exact: true }).waitFor();
    await reader.getByRole('button', { name: 'العربية' }).click();
    await reader.getByText('الأقوال: 5').waitFor();
    await reader.reload();
    await reader.getByText('الأقوال: 5').waitFor();
    expect(tab.problems).toEqual([]);
    expect([...tab.hosts]).toEqual(['']);
    await reader.close();
  });

  inBrowser('offers nothing that needs a server', async (chrome) => {
    const { page } = await openTab(chrome, `${origin}/?kind=LOOTING`);
    const path = await saved(page, 'Save this case');
    await page.close();
    const { page: reader } = await openTab(chrome, `file://${path}`, { offline: true });
    await reader.locator('.claims .record-link').first().click();
    await reader.getByRole('heading', { name: 'How it reached us' }).waitFor();
    for (const name of ['Sign in', 'GraphiQL', 'CSV', 'Record a report', 'needs the role'])
      expect([name, await reader.getByText(name).count()]).toEqual([name, 0]);
    await reader.close();
  });
});

describe('a drawing as SVG', () => {
  /** What a file draws, read by the browser as XML. */
  const elementsOf = (page: Page, svg: string) =>
    page.evaluate<{ root: string; names: string[]; texts: string[] }>(
      `(() => {
        const parsed = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml');
        const all = [...parsed.documentElement.querySelectorAll('*')];
        return {
          root: parsed.documentElement.nodeName,
          names: all.map(({ nodeName }) => nodeName),
          texts: all.map(({ textContent }) => textContent ?? ''),
        };
      })()`,
    );

  inBrowser('has the map as it is shown: areas stay areas, and say so', async (chrome) => {
    const { page } = await openTab(chrome, origin);
    await page.locator('.map .sign').first().waitFor();
    const svg = await readFile(await saved(page, 'Save the map as SVG'), 'utf8');
    const { root, names, texts } = await elementsOf(page, svg);
    expect(root).toBe('svg');
    expect(svg).toContain('fill="url(#hatch)"');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const signs = await page.locator('.map .sign').count();
    expect(names.filter((name) => name === 'title').length).toBe(signs + 1);
    expect(texts.some((text) => text.includes('somewhere in it'))).toBe(true);
    await page.close();
  });

  inBrowser(
    'has the timeline as it is shown, with the number of undated events',
    async (chrome) => {
      const { page } = await openTab(chrome, origin);
      await page.locator('.timeline .band').first().waitFor();
      const svg = await readFile(await saved(page, 'Save the timeline as SVG'), 'utf8');
      const { root, texts } = await elementsOf(page, svg);
      expect(root).toBe('svg');
      expect(texts).toContain('Undated: 9');
      expect(svg).toContain('stroke-dasharray="4px, 3px"');
      expect(svg).not.toContain('var(');
      await page.close();
    },
  );
});
