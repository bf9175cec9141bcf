import { graphql } from '@claimgraph/sdk/graphql';
import { sha256 } from '../out/sha256.ts';

/** Reports with one of some URLs, or with exactly this text, withdrawn ones included. */
export const RecordedReports = graphql(
  `query RecordedReports($filter: ReportFilter!) {
    reports(filter: $filter, first: 5) {
      nodes { id title url bodySha256 withdrawn { at } }
    }
  }`,
);

/** A URL as it may have been written: with and without its last slash, and by both schemes. */
export function urlSpellings(url: string): string[] {
  const text = url.trim();
  if (!/^https?:\/\/\S+$/i.test(text)) return [];
  const bare = text.replace(/#.*$/, '');
  const slashes = [bare, bare.endsWith('/') ? bare.slice(0, -1) : `${bare}/`];
  const both = slashes.flatMap((each) => [
    each.replace(/^http:/i, 'https:'),
    each.replace(/^https:/i, 'http:'),
  ]);
  return [...new Set([text, ...both])];
}

/** The SHA-256 of a text, in UTF-8. Undefined: there is no text. */
export function hashOfText(text: string): string | undefined {
  if (!text) return undefined;
  const hash = sha256(new TextEncoder().encode(text));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
