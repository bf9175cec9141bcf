import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { describe, test } from '@jest/globals';

/** The path of a Chromium on this machine: CHROMIUM_PATH, or one of the usual places. */
export const chromiumPath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path && existsSync(path));

if (!chromiumPath)
  console.warn('Skipped: the tests in a browser. No Chromium was found. Set CHROMIUM_PATH to one.');

/** Without a Chromium, these are skipped. */
export const testInChromium: typeof test.skip = chromiumPath ? test : test.skip;
export const describeInChromium: typeof describe.skip = chromiumPath ? describe : describe.skip;

/** A page in a headless Chromium that can reach only this machine. */
export interface Page {
  open(url: string): Promise<void>;
  /** From now on answers requests to `url` with `script`, instead of the network. */
  serve(url: string, script: string): Promise<void>;
  /** Evaluates an expression that leads to another page, and waits until that is loaded. */
  follow(expression: string): Promise<void>;
  /** The value of an expression in the page. */
  value<T>(expression: string): Promise<T>;
  /** Waits until the expression is true in the page. Throws after 15 s. */
  until(expression: string): Promise<void>;
  /** Presses Control and Enter where the focus is. */
  runKeys(): Promise<void>;
  /** The URLs that the page requested since it was opened. */
  requests: string[];
  /** The exceptions and log entries since the page was opened. */
  errors: string[];
  close(): Promise<void>;
}

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1400,900',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--remote-debugging-pipe',
];

type Message = {
  id?: number;
  method?: string;
  params?: any;
  result?: any;
  error?: { message: string };
};

/**
 * Starts Chromium and talks to it over its debugging pipe:
 * https://chromedevtools.github.io/devtools-protocol/
 */
export async function openChromium(): Promise<Page> {
  if (!chromiumPath) throw new Error('There is no Chromium.');
  const profile = await mkdtemp(join(tmpdir(), 'claimgraph-chromium-'));
  const child = spawn(chromiumPath, [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const pending = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (params: any) => void>();
  let lastId = 0;
  let session: string | undefined;

  let incomplete = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (incomplete + text).split('\0');
    incomplete = messages.pop()!;
    for (const message of messages.map((each) => JSON.parse(each) as Message)) {
      if (message.id) pending.get(message.id)?.(message);
      else listeners.get(message.method!)?.(message.params);
    }
  });
  const send = (method: string, params: object = {}) =>
    new Promise<any>((done, fail) => {
      const id = ++lastId;
      void exited.then(() => fail(new Error('Chromium exited')));
      pending.set(id, ({ result, error }) =>
        error ? fail(new Error(`${method}: ${error.message}`)) : done(result),
      );
      const message = { id, method, params, ...(session && { sessionId: session }) };
      input.write(`${JSON.stringify(message)}\0`);
    });

  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  session = (await send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
  const loaded = () => new Promise<void>((done) => listeners.set('Page.loadEventFired', done));
  const page: Page = {
    requests: [],
    errors: [],
    open: async (url) => {
      page.requests.length = page.errors.length = 0;
      await Promise.all([loaded(), send('Page.navigate', { url })]);
    },
    serve: async (url, script) => {
      listeners.set('Fetch.requestPaused', ({ requestId }) => {
        const responseHeaders = [{ name: 'content-type', value: 'text/javascript' }];
        void send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 200,
          responseHeaders,
          body: Buffer.from(script).toString('base64'),
        });
      });
      await send('Fetch.enable', { patterns: [{ urlPattern: url }] });
    },
    follow: async (expression) => {
      await Promise.all([loaded(), send('Runtime.evaluate', { expression })]);
    },
    value: async (expression) => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    until: async (expression) => {
      const isTrue = await page.value(`new Promise((done) => {
        const end = performance.now() + 15000;
        const check = () => {
          if (${expression}) done(true);
          else if (performance.now() > end) done(false);
          else setTimeout(check, 50);
        };
        check();
      })`);
      if (isTrue) return;
      const text = await page.value('document.body.innerText');
      throw new Error(`not true in the page after 15 s: ${expression}\n${text}`);
    },
    runKeys: async () => {
      for (const type of ['rawKeyDown', 'keyUp'])
        await send('Input.dispatchKeyEvent', {
          type,
          modifiers: 2,
          key: 'Enter',
          code: 'Enter',
          windowsVirtualKeyCode: 13,
        });
    },
    close: async () => {
      child.kill('SIGKILL');
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  listeners.set('Network.requestWillBeSent', ({ request }) => page.requests.push(request.url));
  listeners.set('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    page.errors.push(exceptionDetails.exception?.description),
  );
  listeners.set('Log.entryAdded', ({ entry }) =>
    page.errors.push(`${entry.text} ${entry.url ?? ''}`),
  );
  for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await send(`${domain}.enable`);
  return page;
}
