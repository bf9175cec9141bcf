/**
 * `node scripts/page-case.mjs URL [SEARCH]`: saves a case from the page of a running server, such
 * as `kind=CASUALTIES&from=2018-07-01&to=2018-07-10`, and opens it from the disk. It reports the
 * number of claims, the size, and what the opened file asked for. It needs Chromium (set CHROMIUM
 * to its path if it is not /usr/bin/chromium).
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [url = 'http://localhost:4000', search = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-case-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const page = await browser.newPage();
  await page.goto(new URL(`?${search}`, url).href);
  await page.locator('.claims li').first().waitFor({ timeout: 60_000 });
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('button', { name: 'Save this case' }).click();
  const path = join(folder, 'case.html');
  await (await download).saveAs(path);

  const reader = await browser.newPage();
  const problems = [];
  const addresses = new Set();
  reader.on('console', (message) => problems.push(message.text()));
  reader.on('pageerror', (error) => problems.push(String(error)));
  reader.on('request', (request) => addresses.add(request.url().slice(0, 60)));
  await reader.goto(`file://${path}`);
  await reader.locator('.claims li').first().waitFor({ timeout: 60_000 });
  const count = await reader.locator('.summary').first().textContent();
  console.log(`${count?.trim()}: ${(statSync(path).size / 1024 / 1024).toFixed(2)} MB`);
  console.log(`asked for: ${addresses.size - 1} other addresses`);
  console.log(`problems: ${problems.join('; ') || 'none'}`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
