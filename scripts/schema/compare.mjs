import { parse, validate } from 'graphql';
import { coordinatesOf, coordinatesUsedBy, isNarrower, ownerOf } from './coordinates.mjs';

/**
 * Compares two schemas. Returns the changes, each with its text, whether it can break a client, and
 * the names of the operations that it breaks. Operations are those of clients of the old schema.
 */
export function compareSchemas(oldSchema, newSchema, operations) {
  const [before, after] = [coordinatesOf(oldSchema), coordinatesOf(newSchema)];
  const used = operations.map(({ name, body }) => ({
    name,
    coordinates: coordinatesUsedBy(oldSchema, body),
  }));
  const usersOf = (coordinate) =>
    used.filter(({ coordinates }) => coordinates.has(coordinate)).map(({ name }) => name);
  const changes = [];
  const add = (coordinate, text, isBreaking = false, users = usersOf(coordinate)) =>
    changes.push({ coordinate, text, isBreaking, breaks: isBreaking ? users.sort() : [] });

  for (const [coordinate, old] of before) {
    const now = after.get(coordinate);
    if (now) compareEntries(coordinate, old, now, add);
    // The members of a removed type went with it.
    else if (after.has(ownerOf(coordinate)) || ownerOf(coordinate) === coordinate)
      add(coordinate, 'was removed', true);
  }
  for (const [coordinate, { required, input, output }] of after) {
    const owner = ownerOf(coordinate);
    if (before.has(coordinate) || (owner !== coordinate && !before.has(owner))) continue;
    const type = input ?? output;
    const typeText = type ? `of type \`${type}\` ` : '';
    const text = `${typeText}was added${required ? ', and is required' : ''}`;
    add(coordinate, text, required === true, usersOf(owner));
  }
  return { changes, invalid: invalidOperations(oldSchema, newSchema, operations) };
}

function compareEntries(coordinate, old, now, add) {
  const [oldType, newType] = [old.output ?? old.input, now.output ?? now.input];
  if (old.kind !== now.kind)
    add(coordinate, `changed from ${old.kind ?? 'nothing'} to ${now.kind}`, true);
  if (oldType && String(oldType) !== String(newType)) {
    const isSafe = old.output ? isNarrower(newType, oldType) : isNarrower(oldType, newType);
    add(coordinate, `changed from \`${oldType}\` to \`${newType}\``, !isSafe);
  }
  if (now.required && !old.required && String(oldType) === String(newType))
    add(coordinate, 'is required, because it has no default any more', true);
  if (now.deprecated && !old.deprecated) add(coordinate, `is deprecated: ${now.deprecated}`);
}

/** The operations that the old schema accepts and the new one refuses, with the first reason. */
function invalidOperations(oldSchema, newSchema, operations) {
  return operations.flatMap(({ name, body }) => {
    const document = parse(body);
    const [error] = validate(oldSchema, document).length ? [] : validate(newSchema, document);
    return error ? [{ name, reason: error.message }] : [];
  });
}

/** The result of a comparison as Markdown, for CHANGELOG. */
export function describe({ changes, invalid }) {
  const line = ({ coordinate, text, breaks }) =>
    `- \`${coordinate}\` ${text}.${breaks.length > 0 ? ` Breaks ${breaks.join(', ')}.` : ''}`;
  const section = (title, lines) => (lines.length > 0 ? ['', `${title}:`, '', ...lines] : []);
  const breaking = changes.filter(({ isBreaking }) => isBreaking);
  const others = changes.filter(({ isBreaking }) => !isBreaking);
  return [
    ...section('Breaking changes of the schema', breaking.map(line)),
    ...section('Other changes of the schema', others.map(line)),
    ...section(
      'Operations of the SDK that the server refuses now',
      invalid.map(({ name, reason }) => `- ${name}: ${reason}`),
    ),
  ].join('\n');
}
