import type { ImportFormat } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { readHead } from '../read/head.ts';
import { geonames, geonamesColumns } from './geonames.ts';
import { ocha } from './ocha.ts';
import { openSyria } from './open-syria.ts';
import { outlines } from './outlines.ts';

/** Gazetteers of four formats. Which one a file has is recognised by its beginning. */
export const gazetteer: ImportFormat = {
  ...ocha,
  name: 'gazetteer',
  description: 'OCHA’s CSV, a GeoNames dump, Open Syria’s JSON, GeoJSON outlines by P-code',
  async choose(file): Promise<ImportFormat> {
    const { text: start } = await readHead(file);
    if (/^\s*\[/.test(start)) return openSyria;
    if (/^\s*\{/.test(start)) return outlines;
    const [line = ''] = start.split(/\r?\n/, 1);
    if (line.split('\t').length === geonamesColumns.length) return geonames;
    if (line.split(',').length > 1) return ocha;
    throw new FileRefused(
      `${file.name} is not a gazetteer of a known format: ${gazetteer.description}.`,
    );
  },
};
