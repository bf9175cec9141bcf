import { getMetadataStorage as rules, validateSync } from 'class-validator';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isInputObjectType,
  isScalarType,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { checkArgumentLimits } from './argument-limits.ts';
import { badInput, type Issue, type Path } from './errors.ts';
import { memoize } from './memoize.ts';

/** PostgreSQL stores no NUL, and half of a surrogate pair is not a character. */
const isUnstorable = (value: string): boolean => value.includes('\0') || /\p{Cs}/u.test(value);

interface ValidationContext {
  args: Record<string, unknown>;
  info: GraphQLResolveInfo;
}

/**
 * Checks an argument of a mutation. Input objects are left to `InputParser`, which names their
 * broken rules together with the problems that only a service can find.
 * @throws Refusal naming every invalid field.
 */
export function validateArgument(value: unknown, type: unknown, context: ValidationContext): void {
  const declared = typeof type === 'function' ? context.info.schema.getType(type.name) : undefined;
  if (isInputObjectType(declared)) return;
  validateInput(declared, value, argumentName(value, type, context));
}

/**
 * The rules of its classes that an input breaks: an instance of an input class, all the way down.
 */
export function brokenRules(input: object, path: Path): Issue[] {
  const issues: Issue[] = [];
  walk(input, [...path], undefined, issues);
  return issues;
}

/** The extension that holds the class of a field’s arguments, if that class has rules. */
export const argumentsClass = Symbol('the class of the arguments');

/**
 * Checks all arguments of a query field: plain values of the types that the field declares.
 * @throws Refusal naming the first argument that exceeds a limit, or every invalid one.
 */
export function validateArguments(
  field: GraphQLField<unknown, unknown>,
  values: Record<string, unknown>,
  path: Path,
): void {
  checkArgumentLimits(field, values, path);
  const issues: Issue[] = [];
  const argsClass = field.extensions[argumentsClass as never] as Class | undefined;
  if (argsClass) applyRules(Object.assign(new argsClass(), values), path, issues);
  const here = [...path];
  for (const { name, type } of field.args)
    step(name, values[name], here, getNamedType(type), issues);
  if (issues.length > 0) throw badInput(...issues);
}

/**
 * Checks a value all the way down: the rules of its classes, and whether its texts can be stored.
 * @throws Refusal naming every invalid field.
 */
export function validateInput(
  type: GraphQLNamedType | undefined,
  value: unknown,
  path: Path,
): void {
  const issues: Issue[] = [];
  walk(value, [...path], type, issues);
  if (issues.length > 0) throw badInput(...issues);
}

/** A path that grows and shrinks while a value is walked: most values are right and need none. */
type Here = Path[number][];

function walk(
  value: unknown,
  here: Here,
  type: GraphQLNamedType | undefined,
  issues: Issue[],
): void {
  if (typeof value === 'string' && isUnstorable(value)) {
    issues.push({
      path: [...here],
      message: 'The text contains a NUL character or half of a character, which cannot be stored.',
    });
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) step(i, value[i], here, type, issues);
    return;
  }
  // A JSON scalar checks its value itself: an outline has more points than a list may have items.
  if (isScalarType(type) || (!type && !isInstance(value))) return;
  const ruled = isInstance(value) ? value : instanceWithRules(value, type);
  if (ruled) applyRules(ruled, here, issues);
  const fields = isInputObjectType(type) ? type.getFields() : undefined;
  for (const key of Object.keys(value))
    step(key, value[key as never], here, fields?.[key] && getNamedType(fields[key].type), issues);
}

function step(
  to: string | number,
  value: unknown,
  here: Here,
  type: GraphQLNamedType | undefined,
  issues: Issue[],
): void {
  if (value == null) return;
  here.push(to);
  walk(value, here, type, issues);
  here.pop();
}

type Class = new () => object;

/** The rules of an object’s own class. */
function applyRules(value: object, path: Path, issues: Issue[]): void {
  for (const { property, constraints } of validateSync(value, {
    skipMissingProperties: true,
    forbidUnknownValues: false,
  })) {
    for (const message of Object.values(constraints ?? {}))
      issues.push({ path: [...path, property], message });
  }
}

/** Whether a class has rules. */
export const hasRules = (target: Function): boolean =>
  rules().getTargetValidationMetadatas(target, '', false, false).length > 0;

/** A plain value as an instance of the class of its input type, if that class has rules. */
function instanceWithRules(value: object, type: GraphQLNamedType | undefined): object | undefined {
  const made = type && classWithRules(type);
  return made && Object.assign(new made(), value);
}

/** The class of an input type, if it has rules. */
const classWithRules = memoize((type: GraphQLNamedType): Class | undefined => {
  const target = getMetadataStorage().inputTypes.find(({ name }) => name === type.name)?.target;
  return target && hasRules(target) ? (target as Class) : undefined;
});

/** Whether it is an instance of an input class. */
export const isInstance = (value: object): boolean =>
  ![Object.prototype, null].includes(Object.getPrototypeOf(value));

/**
 * type-graphql passes an argument’s type and value, not its name. Arguments declared by `@Args`
 * have none.
 */
function argumentName(value: unknown, type: unknown, { args, info }: ValidationContext): Path {
  const field = info.parentType.getFields()[info.fieldName];
  const ofType =
    typeof type === 'function'
      ? field?.args.filter((arg) => getNamedType(arg.type).name === type.name)
      : [];
  if (ofType?.length === 1) return [ofType[0]!.name];
  const same = Object.keys(args).find((name) => args[name] === value);
  return same === undefined || (typeof value === 'object' && !Array.isArray(value)) ? [] : [same];
}
