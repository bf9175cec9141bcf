const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Matches the English name of a month, also with three letters, with or without a point. */
export const monthPattern = months
  .flatMap((name) => [name, `${name === 'september' ? 'sept?' : name.slice(0, 3)}\\.?`])
  .join('|');

/** The number of a month from 1, by its English name or the first three letters. */
export const monthNumber = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;
