import type { ImportFormat, OpenedFile } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { geonames, geonamesColumns } from './geonames.ts';
import { isOchaHeader, ocha } from './ocha.ts';
import { openSyria } from './open-syria.ts';
import { outlines } from './outlines.ts';
import { hasUnitCodes, splitHeader, unitsTable } from './units-table.ts';

/** Gazetteers of four formats. Which one a file has is recognised by its beginning. */
export const gazetteer: ImportFormat = {
  ...ocha,
  name: 'gazetteer',
  description:
    'OCHA’s CSV of communities or of units by P-code, GeoJSON outlines by P-code, ' +
    'a GeoNames dump, Open Syria’s JSON',
  async choose(file): Promise<ImportFormat> {
    const start = await readStart(file);
    if (/^\s*\[/.test(start)) return openSyria;
    if (/^\s*\{/.test(start)) return outlines;
    const [line = ''] = start.split(/\r?\n/, 1);
    if (line.split('\t').length === geonamesColumns.length) return geonames;
    const { columns, delimiter } = splitHeader(line);
    if (isOchaHeader(columns)) return ocha;
    if (hasUnitCodes(columns)) return unitsTable(delimiter);
    if (columns.length > 1)
      throw new FileRefused(
        `${file.name} has no column with P-codes, such as ADM1_PCODE, admin2Pcode or P-Code. ` +
          `It has ${columns
            .slice(0, 12)
            .map((each) => each.slice(0, 40))
            .join(', ')}.`,
      );
    throw new FileRefused(
      `${file.name} is not a gazetteer of a known format: ${gazetteer.description}.`,
    );
  },
};

/** The formats that `gazetteer` chooses from. */
export const gazetteerFormats: readonly ImportFormat[] = [
  ocha,
  unitsTable(','),
  outlines,
  geonames,
  openSyria,
];

async function readStart(file: OpenedFile): Promise<string> {
  for await (const chunk of file.bytes()) return chunk.subarray(0, 64 * 1024).toString('utf8');
  return '';
}
