import type { CaseData } from './case-data.ts';

/** Where a saved case has its data: base64 of compressed JSON. */
export const caseElementId = 'claimgraph-case';

const element = typeof document === 'undefined' ? null : document.getElementById(caseElementId);

/** Whether this page is a saved case: it has no server. */
export const isSavedCase = element !== null;

const reading = element && decode(element.textContent ?? '');

/** The data of the saved case that this page is. */
export async function savedCase(): Promise<CaseData> {
  if (!reading) throw new Error('This page is not a saved case.');
  return reading;
}

async function decode(text: string): Promise<CaseData> {
  const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as CaseData;
}
