import { isEnumType } from 'graphql';
import { publishedSchema } from './schema.ts';

/** A reproducible random generator (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** A number from 0, below `sides`. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  }

  one<T>(of: readonly T[]): T {
    return of[this.roll(of.length)]!;
  }

  /** A random value of an enum of the API. */
  value(list: string): string {
    const type = publishedSchema.getType(list);
    if (!isEnumType(type)) throw new Error(`${list} is not an enum`);
    return this.one(type.getValues()).name;
  }

  /** None to `most` items, each created separately. */
  some<T>(most: number, make: (i: number) => T): T[] {
    return Array.from({ length: this.roll(most + 1) }, (_, i) => make(i));
  }

  /** At most so many different items. */
  few<T>(most: number, of: readonly T[]): T[] {
    return [...new Set(this.some(most, () => this.one(of)))];
  }

  /** The value, or sometimes null, or sometimes undefined. */
  maybe<T>(value: () => T): T | null | undefined {
    const roll = this.roll(8);
    return roll < 4 ? value() : roll === 4 ? null : undefined;
  }
}

/** Words that are hard to sort, fold, match, or write as JSON. */
const words = [
  'Zayzun',
  'zayzun',
  'Saida',
  'Saydā',
  'زيزون',
  'تل شهاب',
  'Étoile',
  'étoile',
  'Ω',
  'ΣΟΦΟΣ',
  'σοφος',
  'σοφoς',
  'İstanbul',
  'straße',
  '🙂',
  '👩‍👩‍👧',
  '\u{1F1F8}\u{1F1FE}',
  '\ue000',
  '\ufffd',
  'a\u0301',
  '\ufeffmark',
  '\u2028',
  '\u2029',
  '\u200f',
  '\u00a0',
  '\t',
  'line\nbreak',
  '\r\n',
  '\b\f',
  '\u0001',
  '\u001f',
  '\u007f',
  '\\',
  'C:\\n',
  '\\u0041',
  '"quoted"',
  "it's",
  '</script>',
  '`',
  '$1',
  '100%',
  'a_b',
  '%',
  '_',
  '{}',
  '[]',
  ',',
  '{"a":1}',
  'null',
  'true',
  '0',
  '1e-7',
];

export const text = (dice: Dice): string =>
  ['They', ...dice.some(4, () => dice.one(words)), dice.one(words), '.'].join(' ').trim();

/** A name from a short list, so that records share names. */
export const nameText = (dice: Dice): string =>
  dice.roll(3) === 0
    ? text(dice)
    : dice.one([
        'Zayzun',
        'zayzun',
        'Zayzūn',
        'Ω',
        '🙂 town',
        '\ue000 town',
        'Saida',
        'A',
        'B',
        'É',
      ]);

const days = [
  '2018-06-19',
  '2018-06-30',
  '2018-07-01',
  '2018-07-05',
  '2018-07-10',
  '2018-07-14',
  '2019-01-01',
  '0001-01-01',
  '9999-12-31',
];
const dates = [
  ...days.map((edtf) => ({ edtf })),
  ...[
    '2018-07',
    '2018',
    '2018-07-XX',
    '2018-07-05?',
    '2018-07-10T12:00:00Z',
    '[2018-07-01..2018-07-04]',
    '2018-07-10~',
    '2018-21',
  ].map((edtf) => ({ edtf })),
  { edtf: '2018-07-10~', earliest: '2018-07-08', latest: '2018-07-14' },
  { edtf: '2018-07~', earliest: '2018-06-25' },
  { edtf: '2018-07-05~', latest: '2018-07-09' },
];
const intervals = [
  ...[
    '2018-06-19/2018-07-10',
    '2018-07-01/..',
    '../2018-07-05',
    '2018-07-05/',
    '/2018-07-01',
    '2018-06-19/2018-07-10~',
    '2018-07/2018-09?',
  ].map((edtf) => ({
    edtf,
  })),
  { edtf: '2018-06-19/2018-07-10~', earliest: '2018-06-19', latest: '2018-07-14' },
];

const dateDetails = (dice: Dice) => ({
  basis: dice.value('Basis'),
  asWritten: dice.maybe(() => text(dice)),
});

export const fuzzyDate = (dice: Dice) => ({ ...dice.one(dates), ...dateDetails(dice) });

export const fuzzyInterval = (dice: Dice) => ({
  ...dice.one([...dates, ...intervals]),
  ...dateDetails(dice),
  extent: dice.value('Extent'),
});

const latitudes = [
  32.7, 33.333333333333336, 0, 0.00001, 1e-7, -0.000123, 89.99999999999999, 32.55, 32.7000001,
];
const longitudes = [36.1, 36.25, -180, 180, 1e-10, 0.1, 36.100000000000001, -0.00009, 36];

export const point = (dice: Dice) => ({ lat: dice.one(latitudes), lon: dice.one(longitudes) });
