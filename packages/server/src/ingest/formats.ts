import { acled } from './acled/acled.ts';
import { csv } from './csv/csv.ts';
import type { ImportFormat } from './format.ts';
import { gazetteer } from './gazetteer/gazetteer.ts';
import { jsonl } from './jsonl/jsonl.ts';
import { ucdp } from './ucdp/ucdp.ts';

/** Every format of `claimgraph import` and `POST /import/:format`. */
export const importFormats: readonly ImportFormat[] = [ucdp, acled, gazetteer, jsonl, csv];
