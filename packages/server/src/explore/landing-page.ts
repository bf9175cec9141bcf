import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { explorerPolicy, pageHeaders, readExplorerPage } from './explorer.ts';
import { type Tour, tours } from './tour.ts';

const cdn = 'https://embeddable-sandbox.cdn.apollographql.com';
const sandboxScript = `${cdn}/v2/embeddable-sandbox.umd.production.min.js`;

/**
 * Sandbox receives the document in the URL of its frame. Tabs instead of spaces keep that URL below
 * 8,192 characters; some servers refuse longer ones.
 */
const compact = ({ document, variables, headers }: Tour): Omit<Tour, 'key' | 'title'> => ({
  document: document.replace(/^( {2})+/gm, (indent) => '\t'.repeat(indent.length / 2)),
  variables,
  ...(headers && { headers }),
});

/** What Sandbox opens, by the tour that `?tour=` names. The first one is the default. */
const byTour = Object.fromEntries(tours.map((tour) => [tour.key, compact(tour)]));
const [firstTour] = tours as readonly [Tour];

/**
 * Options of Apollo's embedded Sandbox, see
 * https://www.apollographql.com/docs/graphos/platform/sandbox#embedding-sandbox
 */
const options = {
  target: '#sandbox',
  initialState: {
    ...compact(firstTour),
    // So that a person who has signed in may write. Off loopback, Sandbox is off by default.
    includeCookies: true,
    pollForSchemaUpdates: false,
  },
  hideCookieToggle: true,
  endpointIsEditable: false,
  runTelemetry: false,
  allowDynamicStyles: false,
};

const sandboxPolicy = [
  "default-src 'none'",
  `script-src 'self' ${cdn}`,
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  'frame-src https://sandbox.embed.apollographql.com',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** JSON for a script element: nothing in it can end the element. */
const jsonForScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const sandboxHtml = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Claimgraph: Apollo Sandbox</title>
  <link rel="icon" href="explorer/assets/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="explorer/assets/sandbox.css">
</head>
<body>
  <header>
    <strong>Claimgraph</strong>
    <span>Apollo Sandbox, opened on a tour</span>
    <nav aria-label="Tours">${tours
      .map(({ key, title }) => `<a href="?tour=${key}">${title}</a>`)
      .join('')}</nav>
    <a href="explorer">GraphiQL (works offline)</a>
  </header>
  <main id="sandbox">
    <div id="way-on">
      <p id="loading">Apollo Sandbox is loading from Apollo’s servers …</p>
      <div id="unreachable" role="alert" hidden>
        <h1>Apollo Sandbox cannot be loaded</h1>
        <p>Its files come from Apollo’s servers, which this browser cannot reach. Claimgraph itself
        works: GraphiQL is served from here, works offline, and opens on the same tour.</p>
        <a class="button" id="explorer" href="explorer">Open GraphiQL</a>
      </div>
      <noscript>
        <p>Both Sandbox and GraphiQL need JavaScript. Without it, send operations to this URL by
        POST.</p>
      </noscript>
    </div>
  </main>
  <script type="application/json" id="options">${jsonForScript(options)}</script>
  <script type="application/json" id="tours">${jsonForScript(byTour)}</script>
  <script src="explorer/assets/sandbox.js"></script>
  <script async id="sandbox-script" src="${sandboxScript}"></script>
</body>
</html>
`;

/** A page for browsers at /graphql, with its Content-Security-Policy. */
export interface LandingPage {
  html: string;
  policy: string;
}

/**
 * Apollo Sandbox, embedded, without telemetry, opened on the tour; or else GraphiQL, which loads
 * nothing from other hosts. Apollo's own page fetches fonts from a third party, and is a dead end
 * when Sandbox cannot be loaded.
 */
export const landingPageOf = async (sandbox: boolean): Promise<LandingPage> =>
  sandbox
    ? { html: sandboxHtml, policy: sandboxPolicy }
    : { html: await readExplorerPage(), policy: explorerPolicy };

/** Serves the page to browsers. */
export const landingPage = ({ html }: LandingPage): ApolloServerPlugin => ({
  serverWillStart: async () => ({ renderLandingPage: async () => ({ html }) }),
});

/** A hook that protects the page with headers, which Apollo cannot set. */
export const protectPage = ({ policy }: LandingPage) =>
  async function protectPage(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!String(reply.getHeader('content-type')).startsWith('text/html')) return;
    reply.headers({ 'content-security-policy': policy, ...pageHeaders });
  };
