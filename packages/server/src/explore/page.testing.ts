import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../testing/chromium.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A Chromium that reaches only this machine; undefined if there is none. */
export async function startChromium(): Promise<Browser | undefined> {
  const executablePath = findChromium();
  return executablePath
    ? chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
      })
    : undefined;
}

/** A tab, with everything that went wrong in it and every host that it asked. */
export interface Tab {
  page: Page;
  problems: string[];
  hosts: Set<string>;
}

/** Opens an address in a tab and waits until its data has arrived. */
export async function openTab(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Tab> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, ...options });
  const problems: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (message.type() !== 'log') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  return { page, problems, hosts };
}

/** What axe finds wrong in a page: the rule and the first element of each. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axe, 'utf8'));
  return page.evaluate(
    `axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  );
}

/**
 * Moves the focus by the Tab key until it is on an element with this name, as the accessibility
 * tree has it. Throws after 200 elements.
 */
export async function tabTo(page: Page, role: string, name: RegExp | string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const [line = ''] = (await focused.ariaSnapshot()).split('\n');
    const [, itsRole, itsName = ''] = /^- (\w+)(?: "(.*?)")?(?: \[.*\])?:?/.exec(line) ?? [];
    const isNamed = typeof name === 'string' ? itsName === name : name.test(itsName);
    if (itsRole === role && isNamed) return;
  }
  throw new Error(`The Tab key leads to no ${role} ${name}.`);
}
