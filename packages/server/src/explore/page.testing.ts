import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Api } from '../testing/api.ts';
import { chromiumPath, testInChromium } from '../testing/chromium.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A tab, with everything that went wrong in it and every host that it asked. */
export interface Tab {
  page: Page;
  problems: string[];
  hosts: Set<string>;
}

/** A server, and a Chromium that reaches only this machine, for the tests of a file. */
export interface PageSetup<A extends Api> {
  readonly api: A;
  readonly origin: string;
  /** Opens an address, by default the server's page, and waits until its data has arrived. */
  openTab(address?: string, options?: BrowserContextOptions): Promise<Tab>;
  /** A test in a tab that shows the server's page. Without a Chromium it is skipped. */
  inTab(name: string, run: (tab: Tab) => Promise<void>): void;
}

/** Starts a server and Chromium before the tests of a file or a group, and stops them after. */
export function setUpPage<A extends Api>(start: () => Promise<A>): PageSetup<A> {
  let api: A;
  let browser: Browser | undefined;
  beforeAll(async () => {
    api = await start();
    if (!chromiumPath) return;
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await api.stop();
  });

  const setup: PageSetup<A> = {
    get api() {
      return api;
    },
    get origin() {
      return new URL(api.url).origin;
    },
    openTab: (address = '/', options = {}) => {
      if (!browser) throw new Error('There is no Chromium.');
      return openTab(browser, new URL(address, setup.origin).href, options);
    },
    inTab: (name, run) =>
      testInChromium(name, async () => {
        const tab = await setup.openTab();
        await run(tab);
        await tab.page.context().close();
      }),
  };
  return setup;
}

async function openTab(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  // Shorter than a test may take, so that a failure says what was waited for.
  page.setDefaultTimeout(15_000);
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
