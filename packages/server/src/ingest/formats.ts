import { acled } from './acled/acled.ts';
import { csv } from './csv/csv.ts';
import type { ImportFormat } from './format.ts';
import { gazetteer, gazetteerFormats } from './gazetteer/gazetteer.ts';
import { jsonl } from './jsonl/jsonl.ts';
import { ucdp } from './ucdp/ucdp.ts';

/** Every format of `claimgraph import` and `POST /import/:format`. */
export const importFormats: readonly ImportFormat[] = [ucdp, acled, gazetteer, jsonl, csv];

/** The format that a stored row was read by: its name is also that of one kind of gazetteer. */
export const formatOfRow = (name: string): ImportFormat | undefined =>
  [...importFormats, ...gazetteerFormats].find((format) => format.name === name);
