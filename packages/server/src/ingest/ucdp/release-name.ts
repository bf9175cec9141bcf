import { FileRefused } from '../problem.ts';

/**
 * The numbers of a release of GED, with dots, underscores or dashes between them:
 *
 * - `25.1`: the data set of a year.
 * - `25.0.10`: the candidate events of one month.
 * - `25.01.25.12`: the candidate events of a year up to a month.
 */
const collection = /^(\d\d)\.01\.\1\.(0[1-9]|1[0-2])$/;
const monthly = /^\d\d\.0\.(0?[1-9]|1[0-2])$/;
const yearly = /^\d\d?\.[1-9]$/;
/** As in `ged251`: the numbers of a year's data set without a dot. */
const compact = /^(\d\d)([1-9])$/;

const numbers = String.raw`\d+(?:[._-]\d+)*`;
/** Numbers after a word that says that a release follows. */
const afterWord = new RegExp(
  String.raw`(?:^|[^a-z\d])(?:ucdp|ged(?:event)?|candidate|version|release|v)[._ -]*` +
    String.raw`(?:v[._ -]*)?(${numbers})(?![a-z\d])`,
  'gi',
);
const alone = new RegExp(`^${numbers}$`);
/** A year, a period or a day, which is not part of a release. */
const time = /^(19|20)\d\d([._-]\d+)*$/;

/** A text as a release, such as `25.0.10` for `v25_0_10`. Undefined: it is not one. */
export function parseRelease(text: string): string | undefined {
  const release = text
    .trim()
    .replace(/^(ged|v)[._ -]*/i, '')
    .replace(/[_-]/g, '.');
  const [, year, part] = compact.exec(release) ?? [];
  if (year && part) return `${year}.${part}`;
  return [collection, monthly, yearly].some((form) => form.test(release)) ? release : undefined;
}

/**
 * The release that the path of a file names. Undefined: it names none.
 *
 * @throws FileRefused if it names something like a release that is not one.
 */
export function releaseOfPath(path: string): string | undefined {
  const file = path.split(/[\\/]/).at(-1) ?? '';
  const name = file.replace(/(\.(csv|tsv|txt|gz|zip))+$/i, '').replace(/[._ -](csv|final)$/i, '');
  const texts = alone.test(name)
    ? [name]
    : [...name.matchAll(afterWord)].map(([, text = '']) => text).filter((text) => !time.test(text));
  const releases = new Set(texts.map(parseRelease));
  const [release] = releases;
  if (releases.size === 0 || (alone.test(name) && release === undefined)) return undefined;
  if (releases.size === 1 && release !== undefined) return release;
  throw new FileRefused(
    `The name ${file} does not say for sure which release of UCDP GED it has. ` +
      'Name it with --release, for example --release 25.1.',
  );
}
