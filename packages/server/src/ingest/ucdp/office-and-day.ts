import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { KnownOutlet } from '../outlets.ts';
import { parseWrittenDay } from '../stage/written-day.ts';

const writtenDay = String.raw`\d{4}-\d\d-\d\d|\d{1,2}\.? \p{L}{3,9}\.? \d{4}`;

/** `Office (day): "Headline"`, with or without brackets, colon and quotes. */
const officeAndDay = new RegExp(
  String.raw`^(?<office>\p{Lu}[^\d"“”():;,/|]{1,80}?),?\s*` +
    String.raw`(?<bracket>\()?(?<day>${writtenDay})\)?(?<rest>.*)$`,
  'u',
);

/** Signs that the words name several articles. */
const severalArticles = new RegExp(String.raw`///|\(\d\)|(${writtenDay}).*(${writtenDay})`, 'u');

/** The outlet and the day of a citation, if they are sure. Empty: they are not. */
export function readOfficeAndDay(
  words: string,
  outlets: ReadonlyMap<string, KnownOutlet>,
): { office: string; day: string } {
  const { office = '', bracket, day = '', rest = '' } = officeAndDay.exec(words)?.groups ?? {};
  const name = cleanSpacing(office);
  const isSure =
    (bracket !== undefined && /^\s*:/.test(rest)) ||
    /^\s*[:,]?\s*["“]/.test(rest) ||
    (/^[\s.]*$/.test(rest) && outlets.has(normalizeForComparison(name)));
  const date = parseWrittenDay(day);
  if (!isSure || !date || severalArticles.test(words)) return { office: '', day: '' };
  return { office: name, day: date };
}
