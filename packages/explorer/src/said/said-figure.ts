import { hasScale, readNumber } from './number-words.ts';

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
  const range =
    /^(?:between |from |بين |من )?(.+?)(?: ?- ?| to | and | إلى | و ?)(.+)$/u.exec(simple) ?? [];
  const [low, high] = [range[1] ?? '', range[2] ?? ''].map(readNumber);
  const single = readNumber(simple);
  if (single !== undefined) return { ...none, min: single, max: single };
  if (low !== undefined && high !== undefined) {
    // "Two to three thousand" may mean that the first number is a thousandfold, too.
    const isClear = hasScale(range[1] ?? '') || !hasScale(range[2] ?? '');
    return isClear && low <= high ? { ...none, min: low, max: high } : undefined;
  }
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

function readWith(read: Reading, text: string): SaidFigure | undefined {
  const number = readNumber(text);
  return number === undefined ? undefined : read(number);
}

const simplifyFigure = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u200b-\u200f\u064b-\u0652]/g, '')
    .replace(/[–—−]/g, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
