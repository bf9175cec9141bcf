/**
 * `node scripts/screenshots.mjs SIGN_IN_LINK`: takes the pictures of the README and of `docs/` from
 * a running server with the sample. The link is the one that `npm start` prints. Nothing is
 * written. It needs Chromium (set CHROMIUM to its path if it is not /usr/bin/chromium).
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [link] = process.argv.slice(2);
if (!link) throw new Error('Give the sign-in link that npm start prints.');
const { origin } = new URL(link);
const images = fileURLToPath(new URL('../docs/images/', import.meta.url));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const take = async (name) => {
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${images}${name}.png` });
  };
  await page.goto(origin);
  await page.locator('.timeline .band').first().waitFor();
  await take('page');

  await page.goto(link);
  await page.getByRole('link', { name: 'Record a report' }).click();
  await page.getByLabel('Title').fill('A made-up example: what the baker saw');
  await page.getByLabel('Published on').fill('10 July 2018');
  await page
    .getByLabel('Text', { exact: true })
    .fill('Shells fell on the bakery, its owner said. At least six people were hurt.');
  await page.getByLabel('Passage').fill('Shells fell on the bakery');
  await page.getByLabel('Statement').fill('A bakery in Tal Shihab was shelled.');
  await page.getByLabel('Kind').nth(1).selectOption('Shelling');
  await page.getByRole('combobox', { name: 'Add a speaker' }).fill('diyaruna');
  await page.getByRole('option', { name: 'Diyaruna', exact: true }).click();
  await page.getByLabel('When').fill('early July 2018');
  await page.getByRole('combobox', { name: 'Add a place' }).fill('tal shihab');
  await page.getByRole('option', { name: /Tal Shihab, Mzeireb/ }).click();
  await page.getByLabel('Title').click();
  await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
  await take('page-write');
} finally {
  await browser.close();
}
