import { type FormatOptions, languageOf } from './format-words.ts';

/** The part of a date that its wording uses: a `FuzzyDate` or a `FuzzyInterval` of the API. */
export interface FormattableDate {
  /** The date as a text of EDTF, such as `2018-07-10~`. */
  readonly edtf: string;
  /** The first day that is possible, `YYYY-MM-DD`. Null: unknown. */
  readonly earliest?: string | null | undefined;
  /** The last day that is possible, `YYYY-MM-DD`. Null: unknown. */
  readonly latest?: string | null | undefined;
  /** `THROUGHOUT` is worded. Left out: a date without an extent, such as a day of publication. */
  readonly extent?: string | undefined;
  /** `INFERRED` is worded. Left out: nothing is said about it. */
  readonly basis?: string | undefined;
}

/** A date of EDTF: year, month or season, day, time. No digit follows an `X`. */
const form =
  /^(?!.*X.*\d)(\d\d[\dX]{2})(?:-(0[1-9]|1[0-2]|2[1-4](?!-)|XX)(?:-(\d\d|XX)(?:T(.*?))?)?)?[?~%]?$/;

/**
 * Words a date exactly as precisely as it is known: "between 19 June 2018 and about 10 July 2018
 * (not after 14 July 2018, inferred)", "summer 2018", "a day in July 2018". A side that is open or
 * unknown says so. Bounds that the EDTF text does not have follow in parentheses. Forms of EDTF
 * without words here are shown as they are: "EDTF 2018-33". Null is "undated".
 */
export function formatFuzzyDate(
  date: FormattableDate | null | undefined,
  options?: FormatOptions,
): string {
  const [say, tag] = languageOf(options);
  if (!date) return say('undated', 'دون تاريخ');

  /** Undefined: there are no words for it. */
  const wordSide = (side: string): string | undefined => {
    if (!side) return say('an unknown date', 'تاريخ غير معروف');
    if (side === '..') return say('an open date', 'تاريخ مفتوح');
    const [, year, month = '', day, time] = form.exec(side) ?? [];
    if (!year) return undefined;
    const seasons = say('spring summer autumn winter', 'ربيع صيف خريف شتاء');
    const season = seasons.split(' ')[Number(month) - 21];
    let text = year.replace(/X/g, '0');
    if (text !== year) text += `–${year.replace(/X/g, '9')}`;
    if (season) text = `${season} ${text}`;
    else if (/\d/.test(month))
      text = `${new Date(`2000-${month}-15`).toLocaleString(tag, { month: 'long' })} ${text}`;
    if (day === 'XX') text = say(`a day in ${text}`, `يوم في ${text}`);
    else if (day) text = `${Number(day)} ${text}`;
    else if (month === 'XX') text = say(`a month in ${text}`, `شهر في ${text}`);
    if (time) text += ` ${time}`;
    if (/[~%]/.test(side)) text = say(`about ${text}`, `${text} تقريبًا`);
    return /[?%]/.test(side) ? say(`possibly ${text}`, `${text} (غير مؤكد)`) : text;
  };

  const { edtf, extent } = date;
  const isSet = edtf[0] === '[';
  const sides = isSet ? edtf.slice(1, -1).split('..') : edtf.split('/');
  const [start, end] = sides.map(wordSide);
  const isBetween = isSet || extent === 'WITHIN';
  let text = `EDTF ${edtf}`;
  if (start && sides.length === (end ? 2 : 1))
    text = !end
      ? start
      : isBetween
        ? say(`between ${start} and ${end}`, `بين ${start} و${end}`)
        : say(`from ${start} to ${end}`, `من ${start} إلى ${end}`);
  const wordBound = (words: string, day: string | null | undefined, side = edtf) => {
    // `~` and seasons name days without bounding them. Elsewhere, only an open side has no bound.
    const isUnsaid = /[~%]|\d{4}-[2-4]/.test(edtf) ? day !== side : !/\d/.test(side);
    return isUnsaid && day && `${words} ${wordSide(day)}`;
  };
  const notes = [
    wordBound(say('not before', 'ليس قبل'), date.earliest, sides[0]),
    wordBound(say('not after', 'ليس بعد'), date.latest, sides[1]),
    extent === 'THROUGHOUT' && say('throughout', 'طوال المدة'),
    date.basis === 'INFERRED' && say('inferred', 'مستنتج'),
  ]
    .filter(Boolean)
    .join(say(', ', '، '));
  if (notes) text += ` (${notes})`;
  return text.replace(/\d/g, (digit) => Number(digit).toLocaleString(tag));
}
