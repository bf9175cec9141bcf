import { validateSync } from 'class-validator';
import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import { badInput, type Issue, type Path } from './errors.ts';

const longestList = 500;

/** PostgreSQL stores no NUL, and half of a surrogate pair is no character. */
const unstorable = (value: string): boolean => value.includes('\0') || /\p{Cs}/u.test(value);

interface Asked {
  args: Record<string, unknown>;
  info: GraphQLResolveInfo;
}

/** Checks an argument as its class asks, all the way down. @throws Refusal naming every field that is wrong. */
export const validateArgument = (value: unknown, type: unknown, asked: Asked): void => validate(value, argumentName(value, type, asked));

/** Checks a value all the way down: what its classes ask, how long its lists are, whether its texts can be stored. @throws Refusal. */
export function validate(value: unknown, path: Path): void {
  const issues: Issue[] = [];
  walk(value, path, issues);
  if (issues.length > 0) throw badInput(...issues);
}

function walk(value: unknown, path: Path, issues: Issue[]): void {
  if (typeof value === 'string' && unstorable(value)) {
    issues.push({ path, message: 'It holds a NUL character or half of a character, which cannot be stored.' });
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return;
  if (Array.isArray(value)) {
    if (value.length > longestList) issues.push({ path, message: `At most ${longestList} at a time; these are ${value.length}.` });
    else for (const [i, each] of value.entries()) walk(each, [...path, i], issues);
    return;
  }
  for (const { property, constraints } of isInstance(value)
    ? validateSync(value, { skipMissingProperties: true, forbidUnknownValues: false })
    : []) {
    for (const message of Object.values(constraints ?? {})) issues.push({ path: [...path, property], message });
  }
  for (const [key, each] of Object.entries(value)) walk(each, [...path, key], issues);
}

/** Whether it is of an input class, which says what it asks; arguments of nested fields are plain. */
const isInstance = (value: object): boolean => ![Object.prototype, null].includes(Object.getPrototypeOf(value));

/** type-graphql tells an argument's type and value, not its name. Arguments spread out by `@Args` have none. */
function argumentName(value: unknown, type: unknown, { args, info }: Asked): Path {
  const field = info.parentType.getFields()[info.fieldName];
  const ofType = typeof type === 'function' ? field?.args.filter((arg) => getNamedType(arg.type).name === type.name) : [];
  if (ofType?.length === 1) return [ofType[0]!.name];
  const same = Object.keys(args).find((name) => args[name] === value);
  return same === undefined || (typeof value === 'object' && !Array.isArray(value)) ? [] : [same];
}
