import type { z } from 'zod';

/** What zod calls the types of JSON, in words. */
const types: Record<string, string> = {
  object: 'a group of members in braces',
  record: 'a group of members in braces',
  array: 'a list',
  tuple: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/**
 * Words for what is wrong with a value, to follow its path: `name.en: is missing`. They are for
 * people who do not program. Messages that a schema gives itself come first.
 */
export const plainIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `has to be ${types[issue.expected] ?? issue.expected}, not ${shorten(issue.input)}`;
    case 'invalid_value':
      return `has to be ${oneOf(issue.values)}, not ${shorten(issue.input)}`;
    case 'unrecognized_keys':
      return `has ${some(issue.keys, 'member')} that nothing reads: ${issue.keys.join(', ')}`;
    case 'too_small':
      return bound(issue.origin, 'at least', issue.minimum, issue.input);
    case 'too_big':
      return bound(issue.origin, 'at most', issue.maximum, issue.input);
    case 'invalid_union':
      return `cannot be ${shorten(issue.input)}`;
    default:
      return undefined;
  }
};

const some = ({ length }: readonly unknown[], noun: string) =>
  length === 1 ? `a ${noun}` : `${noun}s`;

/** The path to a value, as programs write it: `coordinates[0][2]`. Empty: the value as a whole. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step, i) =>
      typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`,
    )
    .join('');

function bound(origin: string, limit: string, count: number | bigint, input: unknown): string {
  if (origin === 'string')
    return input === '' ? 'is empty' : `has to have ${limit} ${count} characters`;
  return origin === 'array'
    ? `has to have ${limit} ${count} items`
    : `has to be ${limit} ${count}, not ${shorten(input)}`;
}

const maxChoices = 30;

function oneOf(values: readonly unknown[]): string {
  const names = values.slice(0, maxChoices).map(String);
  if (names.length === 1) return names.join();
  return `one of ${names.join(', ')}${values.length > maxChoices ? ', …' : ''}`;
}

/** A value as JSON, cut short. */
function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
