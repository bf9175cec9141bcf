import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { caseFile } from './case-file.ts';
import { collectCase } from './collect-case.ts';
import { download } from './download.ts';

/** Saves the claims that a filter finds as one file that opens without a server. */
export async function saveCase(filter: ClaimFilter): Promise<void> {
  const [saved, script, style] = await Promise.all([
    collectCase(filter),
    readFile('script[type="module"][src]', 'src'),
    readFile('link[rel="stylesheet"]', 'href'),
  ]);
  const html = await caseFile(saved, { script, style, language: document.documentElement.lang });
  download(`claimgraph-case-${saved.savedAt.slice(0, 10)}.html`, html, 'text/html');
}

/** A file of the page, which the browser has stored. */
async function readFile(selector: string, attribute: 'src' | 'href'): Promise<string> {
  const address = document.querySelector(selector)?.getAttribute(attribute);
  if (!address) throw new Error(`The page has no ${selector}.`);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
