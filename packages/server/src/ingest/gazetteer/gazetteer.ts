import type { ImportFormat, OpenedFile } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { columns, geonames } from './geonames.ts';
import { ocha } from './ocha.ts';
import { openSyria } from './open-syria.ts';
import { outlines } from './outlines.ts';

/** Places: what a file of them is, its beginning tells. */
export const gazetteer: ImportFormat = {
  ...ocha,
  name: 'gazetteer',
  description: 'OCHA’s CSV, a GeoNames dump, Open Syria’s JSON, GeoJSON outlines by P-code',
  choose: async (file) => {
    const start = await beginning(file);
    if (/^\s*\[/.test(start)) return openSyria as ImportFormat;
    if (/^\s*\{/.test(start)) return outlines as ImportFormat;
    const first = start.split(/\r?\n/, 1)[0]!;
    if (first.split('\t').length === columns.length) return geonames as ImportFormat;
    if (first.split(',').length > 1) return ocha as ImportFormat;
    throw new FileRefused(`${file.name} is no gazetteer that is known: ${gazetteer.description}.`);
  },
};

async function beginning(file: OpenedFile): Promise<string> {
  for await (const chunk of file.bytes()) return chunk.subarray(0, 64 * 1024).toString('utf8');
  return '';
}
