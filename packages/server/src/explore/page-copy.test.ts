import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startApi } from '../testing/api.ts';
import { testInChromium } from '../testing/chromium.ts';
import { setUpPage } from './page.testing.ts';

const site = setUpPage(startApi);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Beside the sources, where Node finds the SDK. */
const folder = fileURLToPath(new URL('./copied-programs.tmp/', import.meta.url));

/** Runs programs one after the other in one process. @returns what each of them printed. */
async function outputsOf(programs: readonly string[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const lines = programs.map((_, i) => `await import('./${i}.mjs'); console.log('\\f');`);
  await writeFile(join(folder, 'all.mjs'), lines.join('\n'));
  for (const [i, text] of programs.entries()) await writeFile(join(folder, `${i}.mjs`), text);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'all.mjs')]);
  return stdout.split('\f').map((text) => text.replaceAll("\\'", "'"));
}

const buttons = ['Copy link', 'Copy as GraphQL', 'Copy as SDK code'] as const;

/** What a button copies, from the browser's own clipboard. */
async function copied(page: Page, name: (typeof buttons)[number]): Promise<string> {
  // While it says that it has copied, it has another name.
  const button = page.locator('.take-out button').nth(buttons.indexOf(name));
  expect(await button.textContent()).toBe(name);
  await button.click();
  await button.filter({ hasText: 'Copied' }).waitFor();
  return page.evaluate<string>('navigator.clipboard.readText()');
}

/** The ids of one record of each type, by the name of its field. */
async function someRecords(): Promise<Record<string, string>> {
  const data = await site.api.data(`{
    claim: claims(first: 1, filter: { kind: [LOOTING] }) { nodes { id } }
    location: locations(first: 1, filter: { text: "Tal Shihab" }) { nodes { id } }
    faction: factions(first: 1, filter: { text: "Army of the South" }) { nodes { id } }
    source: sources(first: 1, filter: { text: "Jumaa" }) { nodes { id } }
    report: reports(first: 1) { nodes { id } }
  }`);
  return Object.fromEntries(
    Object.entries(data as Record<string, { nodes: { id: string }[] }>).map(([name, { nodes }]) => [
      name,
      nodes[0]?.id ?? '',
    ]),
  );
}

testInChromium(
  'each view is copied as a link, a query and a program, which give what it shows',
  async () => {
    const { page } = await site.openTab('/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const records = await someRecords();
    const views = [
      ['claims', 'kind=LOOTING&from=2018-06'],
      ...Object.entries(records).map(([name, id]) => [name, `open=${id}`]),
    ] as const;
    const programs: string[] = [];
    const shown: string[][] = [];
    for (const [name = '', search] of views) {
      await page.goto(`${site.origin}/?${search}`);
      const heading = page
        .locator(name === 'claims' ? '.claims .record-link' : '.record h1')
        .first();
      const title = (await heading.textContent()) ?? '';
      const links = page.locator('.claims .record-link');
      if (name !== 'claim') await links.first().waitFor();
      const statements = name === 'claim' ? [title] : await links.allTextContents();
      expect(statements.length).toBeGreaterThan(0);
      expect(await copied(page, 'Copy link')).toBe(page.url());

      const data = await site.api.data(await copied(page, 'Copy as GraphQL'));
      if (name !== 'claims') expect(JSON.stringify(data[name])).toContain(title);
      if (data.claims)
        expect(data.claims.nodes.map(({ statement }: { statement: string }) => statement)).toEqual(
          expect.arrayContaining(statements),
        );

      programs.push(await copied(page, 'Copy as SDK code'));
      shown.push([...statements, ...(name === 'location' ? [] : [title])]);
    }
    const outputs = await outputsOf(programs);
    for (const [i, texts] of shown.entries())
      for (const text of texts) expect(outputs[i]).toContain(text);
    await page.context().close();
  },
  60_000,
);

testInChromium('a page from plain HTTP, which gets no clipboard, copies all the same', async () => {
  const { page } = await site.openTab('/', { permissions: ['clipboard-read'] });
  await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
  await page.reload();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  await page.context().close();
});
