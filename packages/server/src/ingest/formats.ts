import type { Format } from './format.ts';
import { jsonl } from './jsonl/jsonl.ts';

/** Every format that `claimgraph import` and `POST /import/:format` know; a line each. */
export const formats: readonly Format[] = [jsonl];
