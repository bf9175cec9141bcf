import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startApi } from '../testing/api.ts';
import { testInChromium } from '../testing/chromium.ts';
import { axeViolations, setUpPage } from './page.testing.ts';

const site = setUpPage(startApi);
const { inTab } = site;
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-case-'));
afterAll(() => rm(folder, { recursive: true }));

/** Presses a button that saves a file. @returns the path of the file. */
async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Waits until the browser says that the policy has blocked something. */
async function expectBlocked(problems: readonly string[], what: string): Promise<void> {
  for (let i = 0; i < 50 && !problems.some((each) => each.includes(what)); i++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(problems).toContainEqual(expect.stringContaining(what));
  expect(problems).toContainEqual(expect.stringContaining('Content Security Policy'));
}

describe('a saved case', () => {
  testInChromium('opens from the disk with all views, and asks nobody', async () => {
    const { page } = await site.openTab('/?from=2018-06-19&to=2018-07-14');
    // A page from plain HTTP has no hashes of the browser, and its case has a policy all the same.
    await page.addInitScript(`Object.defineProperty(Crypto.prototype, 'subtle', { value: null })`);
    await page.reload();
    const path = await saved(page, 'Save this case');
    await page.close();
    const html = await readFile(path, 'utf8');
    expect(html.length).toBeLessThan(3 * 1024 * 1024);
    expect(html).toContain("default-src 'none'");

    const tab = await site.openTab(`file://${path}`, { offline: true });
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
    // What is not part of the file does not run, and is not asked for.
    await reader.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'document.title = "It ran."';
      document.body.append(script);
      document.body.append(Object.assign(new Image(), { src: 'https://example.invalid/a.png' }));
    }`);
    expect(await reader.title()).not.toBe('It ran.');
    await expectBlocked(tab.problems, "script-src 'sha256-");
    await expectBlocked(tab.problems, 'https://example.invalid/a.png');
    await reader.close();
  });

  testInChromium('offers nothing that needs a server', async () => {
    const { page } = await site.openTab('/?kind=LOOTING');
    const path = await saved(page, 'Save this case');
    await page.close();
    const { page: reader } = await site.openTab(`file://${path}`, { offline: true });
    await reader.locator('.claims .record-link').first().click();
    await reader.getByRole('heading', { name: 'How it reached us' }).waitFor();
    for (const name of [
      'Sign in',
      'GraphiQL',
      'Sandbox',
      'CSV',
      'Record a report',
      'needs the role',
    ])
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

  inTab('has the map as it is shown: areas stay areas, and say so', async ({ page }) => {
    await page.locator('.map .sign').first().waitFor();
    const svg = await readFile(await saved(page, 'Save the map as SVG'), 'utf8');
    const { root, names, texts } = await elementsOf(page, svg);
    expect(root).toBe('svg');
    expect(svg).toContain('fill="url(#hatch)"');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const signs = await page.locator('.map .sign').count();
    expect(names.filter((name) => name === 'title').length).toBe(signs + 1);
    expect(texts.some((text) => text.includes('somewhere in it'))).toBe(true);
  });

  inTab('has the timeline as it is shown, with the number of undated events', async ({ page }) => {
    await page.locator('.timeline .band').first().waitFor();
    const svg = await readFile(await saved(page, 'Save the timeline as SVG'), 'utf8');
    const { root, texts } = await elementsOf(page, svg);
    expect(root).toBe('svg');
    expect(texts).toContain('Undated: 9');
    expect(svg).toContain('stroke-dasharray="4px, 3px"');
    expect(svg).not.toContain('var(');
  });
});
