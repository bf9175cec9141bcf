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
import { badInput, type Issue, type Path } from './errors.ts';

const longestList = 500;

/** PostgreSQL stores no NUL, and half of a surrogate pair is no character. */
const unstorable = (value: string): boolean => value.includes('\0') || /\p{Cs}/u.test(value);

interface ValidationContext {
  args: Record<string, unknown>;
  info: GraphQLResolveInfo;
}

/** Checks an argument as its class asks, all the way down. @throws Refusal naming every field that is wrong. */
export const validateArgument = (value: unknown, type: unknown, asked: ValidationContext): void =>
  validateInput(
    typeof type === 'function' ? asked.info.schema.getType(type.name) : undefined,
    value,
    argumentName(value, type, asked),
  );

/** Where a field says which class its arguments are spread out of, if that class asks anything of them. */
export const argumentsClass = Symbol('the class of the arguments');

/** The same for all arguments of a field that is read, which are plain values of the types that it declares. @throws Refusal. */
export function validateArguments(
  field: GraphQLField<unknown, unknown>,
  values: Record<string, unknown>,
  path: Path,
): void {
  const issues: Issue[] = [];
  const asking = field.extensions[argumentsClass as never] as Class | undefined;
  if (asking) ask(Object.assign(new asking(), values), path, issues);
  const here = [...path];
  for (const { name, type } of field.args)
    step(name, values[name], here, getNamedType(type), issues);
  if (issues.length > 0) throw badInput(...issues);
}

/** Checks a value all the way down: what its classes ask, how long its lists are, whether its texts can be stored. @throws Refusal. */
export function validateInput(
  type: GraphQLNamedType | undefined,
  value: unknown,
  path: Path,
): void {
  const issues: Issue[] = [];
  walk(value, [...path], type, issues);
  if (issues.length > 0) throw badInput(...issues);
}

type Here = Path[number][];

/** Looks at a value. Where it stands is one list that grows and shrinks on the way: most values are in order, and need no path of their own. */
function walk(
  value: unknown,
  here: Here,
  type: GraphQLNamedType | undefined,
  issues: Issue[],
): void {
  if (typeof value === 'string' && unstorable(value)) {
    issues.push({
      path: [...here],
      message: 'It holds a NUL character or half of a character, which cannot be stored.',
    });
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return;
  if (Array.isArray(value)) {
    if (value.length > longestList)
      issues.push({
        path: [...here],
        message: `At most ${longestList} at a time; these are ${value.length}.`,
      });
    else for (let i = 0; i < value.length; i += 1) step(i, value[i], here, type, issues);
    return;
  }
  // A scalar that is JSON itself has read all of it: an outline has more points than a list may have items.
  if (isScalarType(type)) return;
  const ruled = isInstance(value) ? value : instanceWithRules(value, type);
  if (ruled) ask(ruled, here, issues);
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

/** What its own class asks of an object. */
function ask(value: object, path: Path, issues: Issue[]): void {
  for (const { property, constraints } of validateSync(value, {
    skipMissingProperties: true,
    forbidUnknownValues: false,
  })) {
    for (const message of Object.values(constraints ?? {}))
      issues.push({ path: [...path, property], message });
  }
}

/** Whether a class asks anything at all. */
export const hasRules = (target: Function): boolean =>
  rules().getTargetValidationMetadatas(target, '', false, false).length > 0;

/** A plain value as one of the class of its input type, if that asks anything. */
function instanceWithRules(value: object, type: GraphQLNamedType | undefined): object | undefined {
  if (!type) return undefined;
  let made = classes.get(type);
  if (made === undefined) {
    const target = getMetadataStorage().inputTypes.find(({ name }) => name === type.name)?.target;
    made = target && hasRules(target) ? (target as Class) : null;
    classes.set(type, made);
  }
  return made ? Object.assign(new made(), value) : undefined;
}

const classes = new WeakMap<GraphQLNamedType, Class | null>();

/** Whether it is of an input class, which says what it asks. */
const isInstance = (value: object): boolean =>
  ![Object.prototype, null].includes(Object.getPrototypeOf(value));

/** type-graphql tells an argument's type and value, not its name. Arguments spread out by `@Args` have none. */
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
