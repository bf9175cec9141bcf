import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Skipped } from './skipped.mjs';

const executablePath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path && existsSync(path));

/**
 * Opens a page in Chromium, and runs `work` with it. Throws if the page has an error, or writes one
 * to the console. `requests` has the addresses and methods of what the page requested.
 */
export async function withPage(url, work) {
  if (!executablePath) throw new Skipped('there is no Chromium. Set CHROMIUM_PATH to one');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const page = await browser.newPage();
    const errors = [];
    const requests = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    page.setDefaultTimeout(20_000);
    await page.goto(url);
    await work(page, requests).catch((error) => {
      throw new Error(`${error.message}\nThe page wrote: ${errors.join('\n') || 'no error'}`);
    });
    if (errors.length > 0) throw new Error(`The page wrote: ${errors.join('\n')}`);
  } finally {
    await browser.close();
  }
}
