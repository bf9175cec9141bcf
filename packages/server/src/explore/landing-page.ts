import type { ApolloServerPlugin } from '@apollo/server';
import { tour, variables } from './tour.ts';

const cdn = 'https://embeddable-sandbox.cdn.apollographql.com';

/**
 * Sandbox is handed the document in the address of its frame. Tabs for spaces keep that address below 8,192 characters,
 * more than which some servers refuse.
 */
const document = tour.replace(/^( {2})+/gm, (indent) => '\t'.repeat(indent.length / 2));

/** What Apollo's embedded Sandbox is opened with: https://www.apollographql.com/docs/graphos/platform/sandbox#embedding-sandbox */
const options = {
  target: '#sandbox',
  initialState: { document, variables, includeCookies: false, pollForSchemaUpdates: false },
  hideCookieToggle: true,
  endpointIsEditable: false,
  runTelemetry: false,
  allowDynamicStyles: false,
};

const policy = [
  "default-src 'none'",
  `script-src 'self' ${cdn}`,
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  'frame-src https://sandbox.embed.apollographql.com',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Text that may stand in a script element: nothing in it can end the element. */
const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const html = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Claimgraph: Apollo Sandbox</title>
  <link rel="icon" href="explorer/assets/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="explorer/assets/sandbox.css">
</head>
<body>
  <header>
    <strong>Claimgraph</strong>
    <span>Apollo Sandbox, opened on a tour of the sample report</span>
    <a href="explorer">GraphiQL, which needs no network</a>
  </header>
  <main id="sandbox">
    <div id="way-on">
      <p id="loading">Apollo Sandbox is being fetched from Apollo’s servers …</p>
      <div id="unreachable" role="alert" hidden>
        <h1>Apollo Sandbox is out of reach</h1>
        <p>Its files come from Apollo’s servers, and this browser cannot reach them. Nothing is wrong with Claimgraph:
        GraphiQL is served from here, needs no network, and opens on the same tour.</p>
        <a class="button" id="explorer" href="explorer">Open GraphiQL</a>
      </div>
      <noscript><p>Both Sandbox and GraphiQL need JavaScript. Without it, send operations to this address by POST.</p></noscript>
    </div>
  </main>
  <script type="application/json" id="options">${embedded(options)}</script>
  <script src="explorer/assets/sandbox.js"></script>
  <script async id="sandbox-script" src="${cdn}/v2/embeddable-sandbox.umd.production.min.js"></script>
</body>
</html>
`;

/**
 * What a browser gets at /graphql: Apollo Sandbox, embedded, without telemetry, opened on the tour. Our own page and not Apollo's,
 * which fetches fonts from a third party, covers its own message when Sandbox is out of reach, and offers no way on.
 */
export const landingPage = (): ApolloServerPlugin => ({
  serverWillStart: async () => ({ renderLandingPage: async () => ({ html }) }),
});
