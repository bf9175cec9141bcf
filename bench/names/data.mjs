import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Files that the user supplies, relative to the data folder. */
const files = ['ucdp-ged-syria-2016-2019/ged_syria.csv', 'gazetteer-syria/syria_communities.csv'];

/** Ends the program with a message if the data is missing. It is not part of this repository. */
export function requireData(folder) {
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length === 0) return;
  console.error(
    `Missing in ${folder}: ${missing.join(', ')}. These are UCDP's events and OCHA's gazetteer ` +
      'of ' +
      'Syria. Say with --data where they are.',
  );
  process.exit(2);
}
