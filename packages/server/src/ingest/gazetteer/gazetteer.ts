import type { ImportFormat, OpenedFile } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { isFeature } from '../read/geojson.ts';
import { readHead } from '../read/head.ts';
import { readJson } from '../read/json.ts';
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
    const { text: start } = await readHead(file);
    if (/^\s*[[{]/.test(start)) return chooseJson(file);
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
        'WRONG_FORMAT',
      );
    throw new FileRefused(
      `${file.name} is not a gazetteer of a known format: ${gazetteer.description}.`,
      'WRONG_FORMAT',
    );
  },
};

/** How many objects of a JSON file show what it is, of which some may be faulty. */
const shownObjects = 20;

/** JSON is recognised by its objects, because units and features may both be in a list. */
async function chooseJson(file: OpenedFile): Promise<ImportFormat> {
  let count = 0;
  for await (const { value } of readJson(file)) {
    if (isFeature(value)) return outlines;
    if ('externalIds' in value) return openSyria;
    count += 1;
    if (count === shownObjects) break;
  }
  return outlines;
}

/** The formats that `gazetteer` chooses from. */
export const gazetteerFormats: readonly ImportFormat[] = [
  ocha,
  unitsTable(','),
  outlines,
  geonames,
  openSyria,
];
