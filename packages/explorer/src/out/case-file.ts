import type { CaseData } from '../offline/case-data.ts';
import { caseElementId } from '../offline/saved-case.ts';
import { sha256 } from './sha256.ts';

/** The parts of the page that a saved case contains. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  readonly language: string;
}

/**
 * A case as one HTML file, with the script and the style of the page. It asks no host for anything:
 * its policy allows only what is in it.
 */
export async function caseFile(saved: CaseData, parts: PageParts): Promise<string> {
  // Within a script element, these would end it or begin a comment.
  const script = parts.script.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
  const style = parts.style.replace(/<\/(style)/gi, '<\\/$1');
  const data = await compress(JSON.stringify(saved));
  return `<!doctype html>
<html lang="${parts.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="referrer" content="no-referrer">
  ${policyOf(script, style)}
  <title>Claimgraph: a saved case</title>
  <style>${style}</style>
</head>
<body>
  <div id="page"></div>
  <script type="application/octet-stream" id="${caseElementId}">${data}</script>
  <script type="module">${script}</script>
</body>
</html>
`;
}

/** Base64 of the compressed text. */
async function compress(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return base64(new Uint8Array(await new Response(stream).arrayBuffer()));
}

const chunkSize = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += chunkSize)
    text += String.fromCharCode(...bytes.subarray(i, i + chunkSize));
  return btoa(text);
}

/** A policy that allows this script and this style by their hashes. */
function policyOf(script: string, style: string): string {
  const hash = (text: string) => base64(sha256(new TextEncoder().encode(text)));
  const rules = [
    "default-src 'none'",
    `script-src 'sha256-${hash(script)}'`,
    `style-src 'sha256-${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`;
}
