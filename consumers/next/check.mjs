import assert from 'node:assert/strict';
import { withPage } from '../tools/browser.mjs';
import { moduleFile } from '../tools/runner.mjs';

export default async function check({ url, pagePort, tool, serve }) {
  const env = { API: url, NEXT_TELEMETRY_DISABLED: '1' };
  await tool('next/dist/bin/next', ['build'], env);
  const address = `http://127.0.0.1:${pagePort}/`;
  const place = ['--hostname', '127.0.0.1', '--port', String(pagePort)];
  await serve(
    process.execPath,
    [moduleFile('next/dist/bin/next'), 'start', ...place],
    address,
    env,
  );
  const html = await (await fetch(address)).text();
  assert.equal(html.match(/<li>/g)?.length, 3, 'The server renders the claims.');
  assert.match(html, /<output>notFound<\/output>/);
  await withPage(address, async (page, requests) => {
    const toApi = () => requests.filter((request) => request.startsWith('POST'));
    await page.waitForFunction(() => document.querySelectorAll('li').length === 3);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(toApi(), [], 'The page reads what the server sent with it.');
    await page.getByRole('button', { name: 'more' }).click();
    await page.waitForFunction(() => document.querySelectorAll('li').length === 4);
    assert.equal(toApi().length, 1);
  });
}
