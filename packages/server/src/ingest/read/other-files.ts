import type { Entry } from 'yauzl';
import { FileRefused } from '../problem.ts';

const toGeoJson = 'Convert it to GeoJSON, such as with ogr2ogr, and import that.';
const toTable = 'Save it as .xlsx or CSV, and import that.';
const unpack = 'Unpack it, and import the file in it.';

/** Files that are neither text nor packed text, by their first bytes in hexadecimal digits. */
const otherFiles: readonly [start: string, what: string, advice: string][] = [
  [
    'd0cf11e0',
    'an old Excel file (.xls), or a file with a password',
    'Save it as .xlsx or CSV without a password, and import that.',
  ],
  ['0000270a', 'a shapefile', toGeoJson],
  ['53514c69746520', 'an SQLite database, such as a GeoPackage', toGeoJson],
  ['50415231', 'a Parquet file', toTable],
  [
    '25504446',
    'a PDF document',
    'Copy its table into a spreadsheet, and save that as .xlsx or CSV.',
  ],
  ['7b5c727466', 'a text document (RTF)', toTable],
  ['89504e47', 'a picture', 'Type its table into a spreadsheet.'],
  ['ffd8ff', 'a picture', 'Type its table into a spreadsheet.'],
  ['425a68', 'a bzip2 archive', unpack],
  ['fd377a585a', 'an xz archive', unpack],
  ['28b52ffd', 'a Zstandard archive', unpack],
  ['377abcaf', 'a 7z archive', unpack],
  ['52617221', 'a RAR archive', unpack],
  ['504b0506', 'an empty zip archive', 'Get it again.'],
];

/** @throws FileRefused if its first bytes, in hexadecimal digits, are those of another file. */
export function assertKnown(start: string, name: string): void {
  const other = otherFiles.find(([bytes]) => start.startsWith(bytes));
  if (other) throw new FileRefused(`${name} is ${other[1]}. ${other[2]}`, 'WRONG_FORMAT');
}

/** Documents that are zip archives, by a file in them. */
const documents: readonly [file: RegExp, what: string, advice: string][] = [
  [/^xl\/workbook\.bin$/i, 'a binary workbook (.xlsb)', toTable],
  [/^content\.xml$/i, 'an OpenDocument file, such as .ods', toTable],
  [/^word\/document\.xml$/i, 'a Word document', toTable],
  [/^ppt\/presentation\.xml$/i, 'a presentation', toTable],
  [/^Index\/Document\.iwa$/i, 'a document of Numbers or Pages', toTable],
  [/\.shp$/i, 'a shapefile', toGeoJson],
  [/\.kml$/i, 'a KMZ file', toGeoJson],
  [/\.gdbtable$/i, 'a geodatabase', toGeoJson],
];

/** @throws FileRefused if the files of an archive are those of a document. */
export function refuseDocument(entries: readonly Entry[], name: string): void {
  for (const [file, what, advice] of documents)
    if (entries.some(({ fileName }) => file.test(fileName)))
      throw new FileRefused(`${name} is ${what}. ${advice}`, 'WRONG_FORMAT');
}

/** Marked-up texts, by their first tag, after comments and the like. */
const markup: readonly [tag: RegExp, what: string, advice: string][] = [
  [/^(?:html|table|!doctype html)\b/i, 'a web page (HTML), which may be named .xls', toTable],
  [/^kml\b/i, 'KML', toGeoJson],
  [/^(?:\w+:)?(?:gml|FeatureCollection)\b/i, 'GML', toGeoJson],
  [/^(?:\w+:)?gpx\b/i, 'GPX', toGeoJson],
  [/^(?:\w+:)?Workbook\b/i, 'a spreadsheet in XML', toTable],
];

/** @throws FileRefused if a text begins as XML or HTML does. */
export function refuseMarkup(start: string, name: string): void {
  const text = start.trimStart();
  if (!/^<(?:\?xml|!doctype|!--|html|head|body|table|kml|gml|gpx)\b/i.test(text)) return;
  const tag = text
    .replace(/<\?[^>]*\?>|<!--[\s\S]*?-->|<!doctype (?!html)[^>]*>/gi, '')
    .trimStart();
  const [, what, advice] = markup.find(([name]) => name.test(tag.slice(1))) ?? [];
  throw new FileRefused(`${name} is ${what ?? 'XML'}. ${advice ?? toTable}`, 'WRONG_FORMAT');
}
