import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing } from '../../values/normalize.ts';
import { maxNameLength } from '../read/cells.ts';
import { isPcode, pcodeOf } from './p-codes.ts';

/** A name of an administrative unit in a row. */
export interface UnitName {
  text: string;
  /** BCP 47. Null: the file does not say. */
  language: string | null;
  isAlias: boolean;
}

/** What a row says of one unit. */
export interface UnitColumns {
  code: string;
  /** The column of the code. */
  codeColumn: string;
  names: UnitName[];
}

/** What the columns or properties of a row say, however a publisher calls them. */
export interface UnitRowColumns {
  /** By level: `ADM1_PCODE`, `admin1Name_en`, `adm1_name1`. */
  levels: UnitColumns[];
  /** Without a level: `PCODE`, `P-Code`, `HRNAME`, `shapeName`. */
  unlevelled: UnitColumns;
  /** `Parent P-Code`, `HRPARENT`. */
  parentCode: string;
  /** `Admin Level`, `shapeType`. Null: there is no such column. */
  level: number | null;
  /** Codes or names of the country, as in `Location`, `COUNTRY`, `iso3`. */
  countries: string[];
  /** ISO 3166-2. */
  isoCode: string;
  latitude: string;
  longitude: string;
}

// cspell:disable
const levelled = /^(?:adm|admin|adminlevel)([0-5])(.*)$/;
const codeWords = /^(?:pcode|pcod|pc|code|cod|hrpcode|ucode)$/;
const unlevelledCode = /^(?:pcode|pcod|hrpcode|adm(?:in)?pcode|unitpcode|placecode)$/;
const parentWords = /^(?:parentpcode|hrparent|parentcode|parentadmpcode|parent)$/;
const levelWords = /^(?:adm(?:in)?level|adm(?:in)?lvl|level|shapetype)$/;
const countryWords =
  /^(?:location|country|countrycode|countryname|countryiso[23]|iso|iso[23]|isoa[23]|shapegroup)$/;
const isoWords = /^(?:shapeiso|iso31662)$/;
const latitudeWords = /^(?:lat|latitude|y|ycoord|centerlat|centroidlat|pointlat)$/;
const longitudeWords = /^(?:lon|lng|long|longitude|x|xcoord|centerlon|centroidlon|pointlon)$/;
// cspell:enable

/**
 * A column with a name, behind its level: `name`, `en`, `name_en`, `name1`, `NAM_EN_REF`,
 * `ALT1_AR`.
 */
const nameWords =
  /^(?:hr|shape)?(names?|nam|title)?(ref|alt\d?)?(names?)?([a-z]{2,3}?)?(\d)?(ref)?$/;

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A language by its code, as BCP 47. Null: there is none. */
function languageOf(code: string): string | null {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(code.trim());
    return /^[a-z]{2,3}\b/i.test(canonical) && languages.of(canonical) ? canonical : null;
  } catch {
    return null;
  }
}

interface NameColumn {
  language: string | null;
  /** In OCHA's present files, `adm1_name1` has the language of `lang1`. */
  number: string;
  isAlias: boolean;
}

/** Reads the heading of a column as that of a name. Null: it is something else. */
function nameColumn(words: string, hasLevel: boolean): NameColumn | null {
  if (hasLevel && words === '') return { language: null, number: '', isAlias: false };
  const [match, name, first, second, code, number = '', last] = nameWords.exec(words) ?? [];
  if (match === undefined) return null;
  const language = code ? languageOf(code) : null;
  const isNamed = Boolean(name || second);
  if (code && language === null) return null;
  if (!isNamed && !(hasLevel && (code || first))) return null;
  return { language, number, isAlias: Boolean(first || last) };
}

const newUnit = (): UnitColumns => ({ code: '', codeColumn: '', names: [] });

/** Reads the columns of a CSV row or the properties of a feature. */
export function readUnitColumns(entries: Iterable<readonly [string, unknown]>): UnitRowColumns {
  const cells = [...entries].flatMap(([column, value]) => {
    const isText = typeof value === 'string' || Number.isFinite(value);
    const text = isText ? cutText(cleanSpacing(String(value)), maxNameLength) : '';
    return text === ''
      ? []
      : [{ column, words: column.toLowerCase().replace(/[^a-z0-9]/g, ''), text }];
  });
  const row: UnitRowColumns = {
    levels: [0, 1, 2, 3, 4, 5].map(newUnit),
    unlevelled: newUnit(),
    parentCode: '',
    level: null,
    countries: [],
    isoCode: '',
    latitude: '',
    longitude: '',
  };
  const find = (pattern: RegExp) => cells.find(({ words }) => pattern.test(words))?.text ?? '';
  row.parentCode = pcodeOf(find(parentWords));
  row.isoCode = find(isoWords);
  row.latitude = find(latitudeWords);
  row.longitude = find(longitudeWords);
  row.level = levelIn(find(levelWords));
  row.countries = cells.filter(({ words }) => countryWords.test(words)).map(({ text }) => text);
  for (const { column, words, text } of cells) {
    const [, level, rest] = levelled.exec(words) ?? [];
    const unit = level === undefined ? row.unlevelled : row.levels[Number(level)];
    const isCode =
      rest === undefined
        ? unlevelledCode.test(words)
        : codeWords.test(rest) || (rest === '' && /\d/.test(text) && isPcode(text));
    if (unit && isCode && unit.code === '')
      Object.assign(unit, { code: pcodeOf(text), codeColumn: column });
  }
  const isCode = codeTest(row);
  const named = cells.flatMap(({ words, text }) => {
    const [, level, rest] = levelled.exec(words) ?? [];
    const name = nameColumn(rest ?? words, rest !== undefined);
    if (!name || !/[\p{L}\p{N}]/u.test(text) || isCode(text)) return [];
    if (level === undefined && countryWords.test(words)) return [];
    const language = name.language ?? languageOf(find(new RegExp(`^lang(?:uage)?${name.number}$`)));
    const unit = level === undefined ? row.unlevelled : row.levels[Number(level)];
    return [{ unit, name: { text, language, isAlias: name.isAlias } }];
  });
  for (const { unit, name } of named) unit?.names.push(name);
  return row;
}

/** "1", "ADM1", "Admin level 1". */
function levelIn(text: string): number | null {
  const [, level] = /^\D*([0-5])$/.exec(text) ?? [];
  return level === undefined ? null : Number(level);
}

/** Recognises codes where a name is expected: those of the row, and others of the same form. */
function codeTest({ levels, unlevelled, parentCode, isoCode }: UnitRowColumns) {
  const codes = [...levels, unlevelled].map(({ code }) => code);
  const known = new Set([...codes, parentCode, isoCode].map((code) => code.toLowerCase()));
  const forms = new Set(codes.map(formOf));
  return (text: string): boolean =>
    known.has(text.toLowerCase()) || (/\d/.test(text) && forms.has(formOf(text)));
}

const formOf = (code: string): string => code.replace(/\d/g, '0');
