import { type DateUnit, partOf, textBeside, unitOf } from './date-unit.ts';
import { seasonOf, seasonPattern, simplify } from './date-words.ts';

/** What was understood of a date as it is said: an EDTF text, never a day that nobody said. */
export interface SaidDate {
  readonly edtf: string;
  readonly extent: 'WITHIN' | 'THROUGHOUT';
  /** It gives a part of a month the days that this page takes for it. */
  readonly isConvention?: true;
}

/** Why a text is not understood. `relative`: it depends on the day on which it was said. */
export type DateProblem = 'unknown' | 'relative' | 'noYear' | 'ambiguous' | 'reversed';

type Parsed = SaidDate | { readonly problem: DateProblem };

const weekdays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const relative = new RegExp(
  `\\b(yesterday|today|tomorrow|ago|last|next|this|${weekdays})\\b` +
    '|أمس|اليوم|غد|الماضي|قبل (?:يوم|أسبوع|شهر)',
  'u',
);
const about = /^(?:about|around|approximately|approx\.?|circa|c\.|ca\.|~|حوالي|نحو|قرابة) ?/u;
const perhaps = /^(?:possibly|perhaps|probably|maybe|ربما|يحتمل) /u;
const throughout = /^(?:throughout|all through|all of|during all of|طوال|طيلة) /u;
const filler = /^(?:on|in|during|في|خلال|يوم|شهر|عام|سنة) /u;
const ends = {
  since: /^(?:since|from|starting|منذ|ابتداء من|من) (.+?)(?: on| onwards?| فصاعدا)?$/u,
  until: /^(?:until|till|up to|by|حتى|إلى) (.+)$/u,
  before: /^(?:before|قبل) (.+)$/u,
  after: /^(?:after|بعد) (.+)$/u,
};

/** Reads a date as it is said: "early July 2018", "between 3 and 5 July 2018", "since 2017". */
export function understandDate(text: string): Parsed {
  const simple = stripFillers(simplify(text));
  if (isEdtf(text.trim())) return { edtf: text.trim(), extent: 'WITHIN' };
  if (relative.test(simple)) return { problem: 'relative' };
  if (throughout.test(simple)) {
    const whole = understandDate(simple.replace(throughout, ''));
    return 'problem' in whole ? whole : { ...whole, extent: 'THROUGHOUT' };
  }
  for (const [words, sign] of [
    [about, '~'],
    [perhaps, '?'],
  ] as const)
    if (words.test(simple)) return withSign(simple.replace(words, ''), sign);
  const season = new RegExp(`^(${seasonPattern}) (?:of )?(\\d{4})$`, 'u').exec(simple);
  if (season?.[1] && season[2])
    return { edtf: `${season[2]}-${seasonOf(season[1])}`, extent: 'WITHIN' };
  const decade = /^(?:the )?(\d{3})0s$/.exec(simple);
  if (decade) return { edtf: `${decade[1]}X`, extent: 'WITHIN' };
  const someDay = /^(?:a|one|some) day in (.+)$/.exec(simple);
  if (someDay?.[1]) return someDayIn(someDay[1]);
  return readRange(simple) ?? readOpen(simple) ?? readUnit(simple);
}

const stripFillers = (text: string): string => text.replace(filler, '').replace(/\.$/, '');

/** A text that is EDTF already, such as `2018-07-10~` or `2018-06-19/..`. */
const isEdtf = (text: string): boolean => {
  const date = '\\d{4}(?:-(?:\\d\\d|XX)(?:-(?:\\d\\d|XX))?)?[~?%]?|\\d{3}X';
  return new RegExp(`^(?:${date}|(?:\\.\\.|${date})?/(?:\\.\\.|${date})?)$`).test(text) &&
    text !== '/'
    ? [...text.matchAll(/(\d{4})-(\d\d)(?:-(\d\d))?/g)].every(([, year = '', month = '', day]) =>
        /^2[1-4]$/.test(month) ? !day : unitOf(year, month, day),
      )
    : false;
};

function withSign(text: string, sign: '~' | '?'): Parsed {
  const unit = singleUnit(text);
  if ('problem' in unit) return unit;
  // A sign belongs to one date. Parts of months are vague already.
  if (unit.edtf.includes('/')) return { problem: 'unknown' };
  return { edtf: `${unit.edtf}${sign}`, extent: 'WITHIN' };
}

function someDayIn(text: string): Parsed {
  const unit = singleUnit(text);
  if ('problem' in unit) return unit;
  return /^\d{4}-\d\d$/.test(unit.edtf)
    ? { edtf: `${unit.edtf}-XX`, extent: 'WITHIN' }
    : { problem: 'unknown' };
}

/** "between A and B" is some time in it; "from A to B" is all the time. */
function readRange(text: string): Parsed | undefined {
  const between = /^(?:between|بين) (.+?) (?:and|و) ?(.+)$/u.exec(text);
  const fromTo = /^(?:from|من) (.+?) (?:to|until|till|through|إلى|حتى|الى) (.+)$/u.exec(text);
  const dash = /^(.+?) ?(?:-| to | إلى | الى | until ) ?(.+)$/u.exec(text);
  const [, a, b] = between ?? fromTo ?? (/^\d{4}-\d/.test(text) ? null : dash) ?? [];
  if (!a || !b) return undefined;
  const last = singleUnit(b);
  if ('problem' in last) return between || fromTo ? last : undefined;
  const first = startBefore(a, last);
  if ('problem' in first) return between || fromTo ? first : undefined;
  if (first.first > last.last) return { problem: 'reversed' };
  const ofPart = (unit: DateUnit, side: 'first' | 'last') =>
    unit.edtf.includes('/') ? unit[side] : unit.edtf;
  const edtf = `${ofPart(first, 'first')}/${ofPart(last, 'last')}`;
  const isConvention = first.edtf.includes('/') || last.edtf.includes('/');
  return {
    edtf,
    extent: fromTo ? 'THROUGHOUT' : 'WITHIN',
    ...(isConvention && { isConvention }),
  };
}

/** The start of a range may leave out what its end says: "3 and 5 July 2018". */
function startBefore(text: string, { edtf }: DateUnit): DateUnit | { problem: DateProblem } {
  const simple = stripFillers(text);
  const [year = '', month] = edtf.split(/[-/]/);
  const completed = /^\d{1,2}$/.test(simple)
    ? `${simple} m${month ?? ''} ${year}`
    : /\d{4}/.test(simple)
      ? simple
      : `${simple} ${year}`;
  return singleUnit(completed);
}

function readOpen(text: string): Parsed | undefined {
  for (const [kind, pattern] of Object.entries(ends)) {
    const rest = pattern.exec(text)?.[1];
    if (!rest) continue;
    const unit = singleUnit(rest);
    if ('problem' in unit) return unit;
    const isPart = unit.edtf.includes('/');
    const edtf = {
      since: `${isPart ? unit.first : unit.edtf}/..`,
      until: `../${isPart ? unit.last : unit.edtf}`,
      before: `../${textBeside(unit, -1)}`,
      after: `${textBeside(unit, 1)}/..`,
    }[kind];
    if (!edtf) continue;
    const extent = kind === 'since' ? 'THROUGHOUT' : 'WITHIN';
    return { edtf, extent, ...(isPart && { isConvention: true }) };
  }
  return undefined;
}

function readUnit(text: string): Parsed {
  const unit = singleUnit(text);
  if ('problem' in unit) return unit;
  const isConvention = unit.edtf.includes('/');
  return { edtf: unit.edtf, extent: 'WITHIN', ...(isConvention && { isConvention }) };
}

const parts = [
  ['early', /^(?:early|the beginning of|أوائل|اوائل|مطلع|بداية) /u],
  ['mid', /^(?:mid[- ]|the middle of |منتصف |أواسط |اواسط )/u],
  ['late', /^(?:late|the end of|أواخر|اواخر|نهاية) /u],
] as const;

/** One day, month or year, or a part of a month. */
function singleUnit(text: string): DateUnit | { problem: DateProblem } {
  const simple = stripFillers(text.trim());
  for (const [part, words] of parts) {
    if (!words.test(simple)) continue;
    const whole = singleUnit(simple.replace(words, ''));
    return 'problem' in whole ? whole : (partOf(whole, part) ?? { problem: 'unknown' });
  }
  return plainUnit(simple);
}

function plainUnit(text: string): DateUnit | { problem: DateProblem } {
  const iso = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(text);
  const dayFirst = /^(?:the )?(\d{1,2})(?: of)? m(\d\d),? (?:عام |سنة )?(\d{4})$/u.exec(text);
  const monthFirst = /^m(\d\d) (\d{1,2}),? (\d{4})$/.exec(text);
  const month = /^m(\d\d),?(?: of)? (?:عام |سنة )?(\d{4})$/u.exec(text);
  const numbers = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const found = iso
    ? unitOf(iso[1] ?? '', iso[2], iso[3])
    : dayFirst
      ? unitOf(dayFirst[3] ?? '', dayFirst[2], dayFirst[1])
      : monthFirst
        ? unitOf(monthFirst[3] ?? '', monthFirst[1], monthFirst[2])
        : month && unitOf(month[2] ?? '', month[1]);
  if (found) return found;
  if (numbers) return ofNumbers(numbers);
  const hasMonth = /m\d\d/.test(text);
  return { problem: hasMonth && !/\d{4}/.test(text.replace(/m\d\d/, '')) ? 'noYear' : 'unknown' };
}

/** `25/7/2018` can be read in one way only. `5/7/2018` may be May or July. */
function ofNumbers([, a = '', b = '', year = '']: RegExpExecArray) {
  if (Number(a) <= 12 && Number(b) <= 12 && a !== b) return { problem: 'ambiguous' as const };
  const [month, day] = Number(a) > 12 ? [b, a] : [a, b];
  return unitOf(year, month, day) ?? { problem: 'unknown' as const };
}
