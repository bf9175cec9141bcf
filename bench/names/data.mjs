import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a person must bring, by where it lies in the folder that they name. */
const files = ['ucdp-ged-syria-2016-2019/ged_syria.csv', 'gazetteer-syria/syria_communities.csv'];

/** Ends the program with a word where the data is not there: it is not part of this repository. */
export function needData(folder) {
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length === 0) return;
  console.error(
    `Needed, and not in ${folder}: ${missing.join(', ')}. They are UCDP's events and OCHA's gazetteer of Syria; say where they are with --data.`,
  );
  process.exit(2);
}
