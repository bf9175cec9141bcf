import { withPage } from '../tools/browser.mjs';
import { expectedOutput } from '../tools/program.mjs';
import { moduleFile } from '../tools/runner.mjs';

/** The page is on another port than the API, so the server's CLAIMGRAPH_ORIGINS allows it. */
export default async function check({ url, pagePort, tool, serve }) {
  await tool('typescript/bin/tsc', ['-p', '.']);
  await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { VITE_API: url });
  const address = `http://127.0.0.1:${pagePort}/`;
  const place = ['--host', '127.0.0.1', '--port', String(pagePort), '--strictPort'];
  await serve(process.execPath, [moduleFile('vite/bin/vite.js'), 'preview', ...place], address);
  await withPage(address, async (page) => {
    await page.waitForFunction((title) => document.title === title, expectedOutput);
    await page.waitForFunction(() => document.querySelectorAll('li').length === 10);
    await page.getByRole('button', { name: 'more' }).click();
    await page.waitForFunction(() => document.querySelectorAll('li').length === 20);
    await page.getByRole('button', { name: 'save' }).click();
    await page.waitForFunction(() => document.querySelector('output').textContent === 'A reader');
  });
}
