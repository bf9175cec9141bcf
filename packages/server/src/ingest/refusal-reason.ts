/** An error that PostgreSQL raises about a row. */
interface RowError {
  code?: string;
  constraint?: string;
}

/** By SQLSTATE. What PostgreSQL says itself names tables, columns and values of the database. */
const reasonsByCode: Record<string, string> = {
  '22001': 'A text is too long.',
  '22003': 'A number is too large.',
  '22007': 'A date is not in the calendar.',
  '22008': 'A date is not in the calendar, or is too early or too late.',
  '22021': 'A text has a character that cannot be stored, such as a zero byte.',
  '22P02': 'A value has the wrong form.',
  '22P05': 'A text has a character that cannot be stored, such as a zero byte.',
  '23502': 'A value is missing that the record needs.',
  '23503': 'It refers to a record that does not exist.',
  '23505': 'It repeats a record or an id that exists already.',
  '23514': 'A value is not allowed.',
  '23P01': 'It overlaps with a record that exists already.',
  '54000': 'A text is too long.',
  CG001: 'A place would be inside itself.',
  CG002: 'The passage is not in the report at these offsets.',
  CG003: 'Something must assert this: a claim needs a speaker.',
};

/** For constraints that say more than their code, by the end of their names. */
const reasonsByConstraint: readonly [ending: RegExp, reason: string][] = [
  [/_order_check$/, 'A time ends before it begins, or a lower bound is above the upper one.'],
  [
    /_point(_\w+)?_check$/,
    'A point needs a latitude from -90 to 90 and a longitude from -180 to 180.',
  ],
  [/_edtf_check$/, 'A date is longer than 200 characters.'],
];

/**
 * Why the database refused a row, for the person who imports it. It never has text of the database,
 * whose names mean nothing to them and may change.
 */
export function reasonOfRefusal(error: unknown): string {
  const { code = '', constraint = '' } = error as RowError;
  const byConstraint = reasonsByConstraint.find(([ending]) => ending.test(constraint));
  const reason = byConstraint?.[1] ?? reasonsByCode[code] ?? 'A value cannot be stored.';
  return `${reason} The ledger refused this row (${code}).`;
}
