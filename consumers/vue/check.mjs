import { withPage } from '../tools/browser.mjs';
import { moduleFile } from '../tools/runner.mjs';

export default async function check({ url, pagePort, tool, serve }) {
  await tool('vue-tsc/bin/vue-tsc.js', ['-p', '.']);
  await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { VITE_API: url });
  const address = `http://127.0.0.1:${pagePort}/`;
  const place = ['--host', '127.0.0.1', '--port', String(pagePort), '--strictPort'];
  await serve(process.execPath, [moduleFile('vite/bin/vite.js'), 'preview', ...place], address);
  await withPage(address, async (page) => {
    await page.waitForFunction(() => document.querySelectorAll('li').length === 5);
    await page.waitForFunction(() => document.querySelector('output').textContent === '26');
    await page.getByRole('button', { name: 'more' }).click();
    await page.waitForFunction(() => document.querySelectorAll('li').length === 7);
  });
}
