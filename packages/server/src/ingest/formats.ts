import type { Format } from './format.ts';
import { gazetteer } from './gazetteer/gazetteer.ts';
import { ucdp } from './ucdp/ucdp.ts';

/** Every format that `claimgraph import` and `POST /import/:format` know; a line each. */
export const formats: readonly Format[] = [ucdp, gazetteer];
