/**
 * `node scripts/screenshots.mjs URL`: takes the picture of the README from a running server
 * with the sample. It needs Chromium (set CHROMIUM to its path if it is not /usr/bin/chromium).
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [url = 'http://localhost:4000'] = process.argv.slice(2);
const images = fileURLToPath(new URL('../docs/images/', import.meta.url));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.locator('.timeline .band').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${images}page.png` });
} finally {
  await browser.close();
}
