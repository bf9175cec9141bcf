import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Where a Chromium is, if this machine has one: CHROMIUM_PATH, or one of the usual places. */
export const findChromium = (): string | undefined =>
  [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path));

/** A page in a headless Chromium that reaches nothing but this machine. */
export interface Page {
  open(url: string): Promise<void>;
  /** From now on answers requests to that address with this script, in the network's stead. */
  serve(url: string, script: string): Promise<void>;
  /** Does in the page what leads to another one, and waits for that. */
  follow(expression: string): Promise<void>;
  /** The value of an expression in the page. */
  value<T>(expression: string): Promise<T>;
  /** Waits until the expression is true in the page, at most some 15 s. */
  until(expression: string): Promise<void>;
  /** Presses Control and Enter where the focus is. */
  runKeys(): Promise<void>;
  /** What the page asked for, and what it complained of, since it was opened. */
  asked: string[];
  complaints: string[];
  /** A PNG of what is to be seen. */
  picture(): Promise<Buffer>;
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
 * Starts Chromium at `path` and talks to it over its debugging pipe:
 * https://chromedevtools.github.io/devtools-protocol/
 */
export async function openChromium(path: string): Promise<Page> {
  const profile = await mkdtemp(join(tmpdir(), 'claimgraph-chromium-'));
  const child = spawn(path, [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (params: any) => void>();
  let last = 0;
  let session: string | undefined;

  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop()!;
    for (const message of messages.map((each) => JSON.parse(each) as Message)) {
      if (message.id) waiting.get(message.id)?.(message);
      else listeners.get(message.method!)?.(message.params);
    }
  });
  const send = (method: string, params: object = {}) =>
    new Promise<any>((done, fail) => {
      const id = ++last;
      void gone.then(() => fail(new Error('Chromium ended')));
      waiting.set(id, ({ result, error }) =>
        error ? fail(new Error(`${method}: ${error.message}`)) : done(result),
      );
      input.write(
        `${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`,
      );
    });

  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  session = (await send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
  const loaded = () => new Promise<void>((done) => listeners.set('Page.loadEventFired', done));
  const page: Page = {
    asked: [],
    complaints: [],
    open: async (url) => {
      page.asked.length = page.complaints.length = 0;
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
      const seen = await page.value(`new Promise((done) => {
        const end = performance.now() + 15000;
        const look = () => { if (${expression}) done(true); else if (performance.now() > end) done(false); else setTimeout(look, 50); };
        look();
      })`);
      if (!seen)
        throw new Error(
          `never came true in the page: ${expression}\n${await page.value('document.body.innerText')}`,
        );
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
    picture: async () =>
      Buffer.from((await send('Page.captureScreenshot', { format: 'png' })).data, 'base64'),
    close: async () => {
      child.kill('SIGKILL');
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  listeners.set('Network.requestWillBeSent', ({ request }) => page.asked.push(request.url));
  listeners.set('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    page.complaints.push(exceptionDetails.exception?.description),
  );
  listeners.set('Log.entryAdded', ({ entry }) =>
    page.complaints.push(`${entry.text} ${entry.url ?? ''}`),
  );
  for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await send(`${domain}.enable`);
  return page;
}
