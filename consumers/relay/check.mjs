import { withPage } from '../tools/browser.mjs';
import { moduleFile } from '../tools/runner.mjs';

export default async function check({ url, pagePort, tool, serve, writeRecipes }) {
  writeRecipes(url, 'relay.config.json', 'relay-environment.ts');
  await tool('relay-compiler/cli.js', []);
  await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  const address = `http://127.0.0.1:${pagePort}/`;
  const place = ['--host', '127.0.0.1', '--port', String(pagePort), '--strictPort'];
  await serve(process.execPath, [moduleFile('vite/bin/vite.js'), 'preview', ...place], address);
  await withPage(address, async (page, requests) => {
    const shows = (items, hasNext) =>
      page.waitForFunction(
        ([count, more]) =>
          document.querySelectorAll('li').length === count &&
          document.querySelector('output').textContent === more,
        [items, hasNext],
      );
    await shows(10, 'true');
    for (const [items, hasNext] of [
      [20, 'true'],
      [26, 'false'],
    ]) {
      await page.getByRole('button', { name: 'more' }).click();
      await shows(items, hasNext);
    }
    // A fragment of a record is read again by `node(id)`.
    const before = requests.length;
    await page.getByRole('button').first().click();
    await page.waitForFunction(() => document.querySelector('button')?.title !== undefined);
    while (requests.length === before) await page.waitForTimeout(20);
    await shows(26, 'false');
    await page.getByRole('button', { name: 'record' }).click();
    await page.getByRole('button', { name: 'The Relay Courier: The Relay Courier' }).waitFor();
  });
}
