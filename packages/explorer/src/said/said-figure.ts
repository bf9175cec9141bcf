import { joinHyphens, type ReadNumber, readNumber } from './number-words.ts';

/** A figure as it is said: its bounds, and never a value in the middle. */
export interface SaidFigure {
  readonly min: number | null;
  readonly best: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
}

const none: SaidFigure = { min: null, best: null, max: null, approximate: false };

type Reading = (number: number) => SaidFigure | undefined;

const atLeast: Reading = (min) => ({ ...none, min });
const atMost: Reading = (max) => ({ ...none, max });
const above: Reading = (number) => ({ ...none, min: number + 1 });
const below: Reading = (number) => (number > 0 ? { ...none, max: number - 1 } : undefined);
const about: Reading = (best) => ({ ...none, best, approximate: true });

/** Words before a number, and what they make of it. */
const before: readonly (readonly [RegExp, Reading])[] = [
  [
    /^(?:at least|no fewer than|not fewer than|no less than|not less than|a minimum of|≥|>=) ?/,
    atLeast,
  ],
  [/^(?:at most|no more than|not more than|up to|a maximum of|≤|<=) ?/, atMost],
  [/^(?:more than|over|above|upwards of|>) ?/, above],
  [/^(?:fewer than|less than|under|below|<) ?/, below],
  [/^(?:about|around|approximately|approx\.?|some|roughly|nearly|almost|circa|c\.|~|≈) ?/, about],
  [/^(?:exactly|a total of|بالضبط) ?/, (number) => ({ ...none, min: number, max: number })],
  [/^(?:على الأقل|ما لا يقل عن|لا يقل عن|لا أقل من) ?/, atLeast],
  [/^(?:على الأكثر|ما لا يزيد عن|لا يزيد عن|لا أكثر من|حتى) ?/, atMost],
  [/^(?:أكثر من|ما يزيد عن|يزيد عن|فوق) ?/, above],
  [/^(?:أقل من|دون) ?/, below],
  [/^(?:حوالي|نحو|قرابة|ما يقارب|زهاء) ?/, about],
];

/** Words after a number. */
const after: readonly (readonly [RegExp, Reading])[] = [
  [/(?: or more| at least|\+| أو أكثر| على الأقل| فأكثر)$/, atLeast],
  [/(?: or fewer| or less| at most| أو أقل| على الأكثر)$/, atMost],
  [/(?: or so| تقريبا)$/, about],
];

/**
 * Reads a figure as it is said: "at least 6,000", "3–7", "about two thousand". Undefined: it is not
 * understood, as "dozens" is not, because nobody said how many.
 */
export function understandFigure(text: string): SaidFigure | undefined {
  const simple = simplifyFigure(text);
  const single = readNumber(simple)?.value;
  if (single !== undefined) return { ...none, min: single, max: single };
  const ranges = rangesIn(simple);
  // "Between a thousand and one hundred and two thousand" can be split in two ways.
  if (ranges.length > 0) return ranges.length === 1 ? ranges[0] : undefined;
  for (const [words, read] of before) {
    const rest = simple.replace(words, '');
    if (rest !== simple) return readWith(read, rest);
  }
  for (const [words, read] of after) {
    const rest = simple.replace(words, '');
    if (rest !== simple) return readWith(read, rest);
  }
  return undefined;
}

/** Each way to read a text as two numbers. "And" is between two numbers only after "between". */
function rangesIn(text: string): (SaidFigure | undefined)[] {
  const [opening = ''] = /^(?:between|from|بين|من) (?:ما )?/u.exec(text) ?? [];
  const isBetween = /^(?:between|بين)/.test(opening);
  const pair = text.slice(opening.length);
  const separator = isBetween ? / ?- ?| (?:to|and|إلى|الى) | و ?/gu : / ?- ?| (?:to|إلى|الى) /gu;
  return [...pair.matchAll(separator)].flatMap(({ 0: { length }, index }) => {
    const low = readNumber(pair.slice(0, index));
    const high = readNumber(pair.slice(index + length));
    if (!low || !high || low.value > high.value) return [];
    return [isClear(low, high) ? { ...none, min: low.value, max: high.value } : undefined];
  });
}

/** In "two to three thousand" and "2–3,000", the first number may be a thousandfold, too. */
function isClear({ value: low }: ReadNumber, { value: high, scales, isGrouped }: ReadNumber) {
  const isTooLow = (scale: number) => low < Math.min(scale, 1_000) / 10;
  const mayShare = (scale: number) => low < scale && low * scale <= high;
  return low === 0 || !(scales.some(isTooLow) || [...scales, isGrouped ? 1_000 : 1].some(mayShare));
}

function readWith(read: Reading, text: string): SaidFigure | undefined {
  const number = readNumber(text);
  return number && read(number.value);
}

const simplifyFigure = (text: string): string =>
  joinHyphens(text.normalize('NFC').toLowerCase())
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/٫/g, '.')
    .replace(/[\u200b-\u200f\u064b-\u0652]/g, '')
    .replace(/[\u2010-\u2015−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
