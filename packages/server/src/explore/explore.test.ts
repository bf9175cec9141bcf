import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { describeInChromium, openChromium, type Page } from '../testing/chromium.ts';
import { tourQuestions, tours } from './tour.ts';

let api: Api;
let origin: string;
beforeAll(async () => {
  api = await startApi();
  origin = new URL(api.url).origin;
});
afterAll(() => api.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { headers, redirect: 'manual' });

describe('/graphql in a browser', () => {
  const page = async () => (await get('/graphql', { accept: 'text/html' })).text();

  test('shows Apollo Sandbox, without telemetry, opened on the tour', async () => {
    const html = await page();
    expect(html).toContain('https://embeddable-sandbox.cdn.apollographql.com/');
    const options = JSON.parse(
      /<script type="application\/json" id="options">(.*)<\/script>/.exec(html)![1]!,
    );
    expect(options.runTelemetry).toBe(false);
    const [{ document, variables }] = tours as [(typeof tours)[number]];
    expect(options.initialState).toMatchObject({ variables, includeCookies: true });
    expect(options.initialState.document.replaceAll('\t', '  ')).toBe(document);
  });

  test('passes each tour in a URL that every server accepts', async () => {
    const html = await page();
    const byKey = JSON.parse(/id="tours">(.*)<\/script>/.exec(html)![1]!);
    for (const { key } of tours) {
      expect(html).toContain(`href="?tour=${key}"`);
      const sent =
        encodeURIComponent(byKey[key].document) +
        encodeURIComponent(JSON.stringify(byKey[key].variables, null, 2)) +
        encodeURIComponent(JSON.stringify(byKey[key].headers, null, 2) ?? '');
      expect(sent.length).toBeLessThan(7800);
    }
  });

  test('opens another tour at another URL', async () => {
    const response = await get('/graphql?tour=counting', { accept: 'text/html' });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('query GovernoratesCompared');
  });

  test('links to the explorer, and loads nothing from third parties but Apollo', async () => {
    const response = await get('/graphql', { accept: 'text/html' });
    expect(response.headers.get('content-security-policy')).toMatch(
      /script-src 'self' https:\/\/embeddable-sandbox\.cdn\.apollographql\.com;/,
    );
    const html = await response.text();
    expect(html).toContain('href="explorer"');
    const hosts = [...html.matchAll(/(?:src|href)="(https?:\/\/[^/"]+)/g)].map(([, host]) => host);
    expect(hosts).toEqual(['https://embeddable-sandbox.cdn.apollographql.com']);
  });
});

describe('/graphql in a browser without Sandbox', () => {
  let plain: Api;
  beforeAll(async () => {
    plain = await startApi('ledger', { sandbox: false });
  });
  afterAll(() => plain.stop());

  test('shows GraphiQL, with the same protection as at /explorer', async () => {
    const response = await fetch(plain.url, { headers: { accept: 'text/html' } });
    const html = await response.text();
    expect([response.status, html]).toEqual([200, await (await get('/explorer')).text()]);
    for (const header of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
      expect(response.headers.get(header)).toBe((await get('/explorer')).headers.get(header));
    expect(response.headers.get('content-security-policy')).not.toContain('http');
  });

  test('answers programs as always', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ __typename }' });
    const response = await fetch(plain.url, { method: 'POST', headers, body });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect(response.headers.get('content-security-policy')).toBeNull();
  });
});

describe('/explorer', () => {
  test('allows scripts from this server only, and none inline', async () => {
    const response = await get('/explorer');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]* src="explorer\/)/);
    expect(html).not.toMatch(/https?:/);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await get('/explorer/')).headers.get('location')).toBe('/explorer');
  });

  test.each([
    ['react.js', 'javascript'],
    ['react-dom.js', 'javascript'],
    ['graphiql.js', 'javascript'],
    ['graphiql.css', 'text/css'],
    ['explorer.js', 'javascript'],
    ['explorer.css', 'text/css'],
    ['sandbox.js', 'javascript'],
    ['sandbox.css', 'text/css'],
    ['favicon.svg', 'image/svg+xml'],
    ['tour.json', 'application/json'],
  ])('serves %s as %s', async (name, type) => {
    const response = await get(`/explorer/assets/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await response.text()).length).toBeGreaterThan(50);
  });

  test.each([
    '/explorer/assets',
    '/explorer/assets/',
    '/explorer/assets/package.json',
    '/explorer/assets/graphiql.min.js',
    '/explorer/assets/..%2fexplorer.ts',
    '/explorer/assets/react.js%2f..%2f..%2fpackage.json',
    '/explorer/assets/%2e%2e/%2e%2e/package.json',
    '/explorer/explorer.html',
    '/explorer/anything',
    '/node_modules/react/package.json',
  ])('serves nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describeInChromium('in headless Chromium, without a network', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openChromium();
  });
  afterAll(() => page?.close());

  const shown = "document.querySelector('.result-window')?.innerText";
  const ready = [
    "document.querySelector('.graphiql-query-editor .CodeMirror')",
    "document.querySelector('.graphiql-execute-button')",
  ].join(' && ');

  test('the explorer opens on the tour and runs its first query from the keyboard', async () => {
    await page.open(`${origin}/explorer`);
    await page.until(ready);
    expect(await page.value("document.querySelectorAll('.graphiql-tab').length")).toBe(
      tourQuestions().length,
    );
    await page.value(
      "document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.focus()",
    );
    await page.runKeys();
    await page.until(`${shown}?.includes('Yasser al-Turkmani')`);
    expect(await page.value(shown)).not.toContain('"errors"');
    expect(
      page.requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
    ).toEqual([]);
    expect(page.errors).toEqual([]);
  });

  test('a later visit shows the same tabs and no others', async () => {
    await page.value("document.querySelectorAll('.graphiql-tab-button')[2].click()");
    await page.until("JSON.parse(localStorage.getItem('graphiql:tabState'))?.activeTabIndex === 2");
    await page.open(`${origin}/explorer`);
    await page.until(ready);
    expect(await page.value("document.querySelectorAll('.graphiql-tab').length")).toBe(
      tourQuestions().length,
    );
    await page.value("document.querySelector('.graphiql-execute-button').click()");
    await page.until(`${shown}?.includes('Those who fled')`);
  });

  test('the tab that records a report sends its idempotency key', async () => {
    const own = await startApi();
    try {
      await page.open(`${new URL(own.url).origin}/explorer`);
      await page.until(ready);
      const tab = tourQuestions().findIndex(({ name }) => name === 'RecordReport');
      await page.value(`document.querySelectorAll('.graphiql-tab-button')[${tab}].click()`);
      const state = "JSON.parse(localStorage.getItem('graphiql:tabState'))";
      await page.until(`${state}?.tabs[${state}.activeTabIndex].operationName === 'RecordReport'`);
      await page.value("document.querySelector('.graphiql-execute-button').click()");
      await page.until(`${shown}?.includes('The Made-up Courier')`);
      expect(await own.database.query('select key from idempotency_key')).toEqual([
        { key: 'tour-writing recordReport' },
      ]);
    } finally {
      await own.stop();
    }
  });

  test('GraphiQL at /graphql runs a query, and asks no other host for anything', async () => {
    const plain = await startApi('sample', { sandbox: false });
    const { origin } = new URL(plain.url);
    try {
      await page.open(plain.url);
      await page.until(ready);
      await page.value("document.querySelector('.graphiql-execute-button').click()");
      await page.until(`${shown}?.includes('Yasser al-Turkmani')`);
      const hosts = page.requests.filter((url) => !url.startsWith('data:'));
      expect(new Set(hosts.map((url) => new URL(url).origin))).toEqual(new Set([origin]));
      expect(page.errors).toEqual([]);
    } finally {
      await plain.stop();
    }
  });

  test('/graphql says that Sandbox cannot be loaded, and links to the explorer', async () => {
    await page.open(`${origin}/graphql`);
    await page.until("document.activeElement?.id === 'explorer'");
    expect(await page.value('document.body.innerText')).toContain(
      'Apollo Sandbox cannot be loaded',
    );
    const [x, y] = await page.value<number[]>(
      `(() => {
        const box = document.getElementById('explorer').getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      })()`,
    );
    expect(await page.value(`document.elementFromPoint(${x}, ${y}).id`)).toBe('explorer');
    await page.follow("document.getElementById('explorer').click()");
    expect(await page.value('location.pathname')).toBe('/explorer');
    await page.until(ready);
  });

  test('/graphql opens Sandbox once its script has loaded', async () => {
    const standIn = `window.EmbeddedSandbox = class {
      constructor(options) {
        window.opened = options;
        document.querySelector(options.target).append(document.createElement('iframe'));
      }
    };`;
    await page.serve('https://embeddable-sandbox.cdn.apollographql.com/*', standIn);
    await page.open(`${origin}/graphql`);
    await page.until(
      "window.opened && document.querySelector('#sandbox iframe').clientHeight > 700",
    );
    expect(await page.value('opened')).toMatchObject({
      initialEndpoint: api.url,
      runTelemetry: false,
      initialState: { variables: tours[0]!.variables },
    });
    expect(await page.value("document.getElementById('way-on').clientHeight")).toBe(0);
    await page.follow("document.querySelector('nav a:nth-child(2)').click()");
    await page.until('window.opened');
    expect(await page.value('opened.initialState.variables')).toEqual(tours[1]!.variables);
    expect(page.errors).toEqual([]);
  });
});
