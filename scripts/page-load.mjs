/**
 * `node scripts/page-load.mjs URL`: measures the first load of the page of a running server on a
 * slow line (150 ms round trip, 1.6 Mbit/s) and a processor that is four times slower: when its
 * skeleton and its claims are seen (median of five), and how many bytes come. Then it opens each
 * view on a fast line, and reports the largest answer and every host that was asked. It needs
 * Chromium (set CHROMIUM to its path if it is not /usr/bin/chromium).
 */
import { chromium } from 'playwright-core';

const [url = 'http://localhost:4000'] = process.argv.slice(2);
const rounds = 5;
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});

/** A tab with an empty cache, which counts the bytes that come and the hosts that are asked. */
async function openTab() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const tab = { context, page, session, bytes: 0, largest: 0, hosts: new Set() };
  const paths = new Map();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    tab.hosts.add(new URL(response.url).host);
    paths.set(requestId, new URL(response.url).pathname);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId) ?? '';
    if (/\.(js|css)$/.test(path)) tab.bytes += encodedDataLength;
    if (path.endsWith('/graphql')) tab.largest = Math.max(tab.largest, encodedDataLength);
  });
  return tab;
}

/** When something is first seen after the start of the navigation, in milliseconds. */
const seen = async (page, selector) => {
  await page.locator(selector).first().waitFor({ timeout: 60_000 });
  return page.evaluate('performance.now()');
};

try {
  const loads = [];
  for (let i = 0; i < rounds; i++) {
    const tab = await openTab();
    const { context, page, session } = tab;
    await session.send('Network.emulateNetworkConditions', slowLine);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(url, { waitUntil: 'commit' });
    const skeleton = await seen(page, '.skeleton, .claims');
    const claims = await seen(page, '.claims li');
    loads.push({ skeleton, claims, bytes: tab.bytes });
    await context.close();
  }
  const median = (name) => Math.round(medianOf(loads.map((load) => load[name])));
  console.log(`skeleton: median ${median('skeleton')} ms of ${rounds} loads`);
  console.log(`claims: median ${median('claims')} ms`);
  console.log(`script and style of the first load, compressed: ${kib(median('bytes'))}`);

  const tab = await openTab();
  const { context, page } = tab;
  const open = async (search) => {
    await page.goto(new URL(`?${search}`, url).href);
    await page.waitForLoadState('networkidle');
  };
  await open('');
  const ids = await page.evaluate(async () => {
    const query = `{
      claims(first: 1) { nodes { id } } reports(first: 1) { nodes { id } }
      sources(first: 1) { nodes { id } } factions(first: 1) { nodes { id } }
      locations(first: 1) { nodes { id } }
    }`;
    const answer = await fetch('graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data } = await answer.json();
    return Object.values(data).flatMap(({ nodes }) => nodes.map(({ id }) => id));
  });
  for (const id of ids) await open(`open=${id}`);
  for (const task of ['write', 'review']) await open(`task=${task}`);
  await open('lang=ar&kind=CASUALTIES');
  console.log(`largest answer, compressed: ${kib(tab.largest)}`);
  console.log(`hosts: ${[...tab.hosts].join(', ')}`);
  await context.close();
} finally {
  await browser.close();
}
