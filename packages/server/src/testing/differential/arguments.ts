import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { getArgumentValues } from 'graphql/execution/values.js';
import { readDay } from './conditions.ts';
import { listName } from './cursors.ts';
import type { Filters } from './filters.ts';
import { prefixes } from './ids.ts';
import { readMarks } from './marks.ts';
import { pageSize, readPage } from './pages.ts';
import { badInput, type Path, readAll, refusal } from './refusals.ts';
import { readStats } from './stats.ts';

type Field = GraphQLField<unknown, unknown>;

const maxFields = 2_000;
const maxJoins = 200;

/** Paths of texts that PostgreSQL cannot store: with a NUL or a lone surrogate. */
function unstorable(value: unknown, path: Path): Path[] {
  if (typeof value === 'string') return value.includes('\0') || /\p{Cs}/u.test(value) ? [path] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) =>
    unstorable(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

export function refuseUnstorable(args: object, path: Path): void {
  const found = unstorable(args, path);
  if (found.length > 0) throw refusal('BAD_USER_INPUT', ...found);
}

interface SelectedField {
  field: Field;
  node: FieldNode;
  parent: GraphQLObjectType;
  path: Path;
}

/**
 * Checks the arguments of a root field and of all fields below it, as the API does before it reads
 * anything.
 * @throws a refusal at the root. Its issues name the arguments.
 */
export function checkArguments(info: GraphQLResolveInfo, filters: Filters): void {
  const asked: SelectedField[] = [];
  let [fields, joins] = [0, 0];
  const walk = (nodes: readonly FieldNode[], parent: GraphQLObjectType, path: Path): void => {
    fields += 1;
    const [node] = nodes as [FieldNode];
    const field = parent.getFields()[node.name.value] as Field | undefined;
    if (!field) return;
    if (field.args.length > 0) asked.push({ field, node, parent, path });
    const type = getNamedType(field.type);
    const concrete = isAbstractType(type)
      ? info.schema.getPossibleTypes(type)
      : isObjectType(type)
        ? [type]
        : [];
    for (const each of concrete) {
      const isRecord = each.name in prefixes || each.name === 'ExternalId';
      if (
        isRecord &&
        !isListType(nullableType(field.type)) &&
        path.length > 0 &&
        !/(Connection|Edge)$/.test(parent.name)
      )
        joins += 1;
      const children = collectSubfields(
        info.schema,
        info.fragments as never,
        info.variableValues as never,
        each,
        [...nodes],
      );
      for (const [key, child] of children) walk(child, each, [...path, key]);
    }
  };
  walk(info.fieldNodes, info.schema.getQueryType()!, []);
  if (fields > maxFields) throw refusal('QUERY_TOO_COMPLEX');
  readAll(asked, (each) => check(each, info, filters));
  if (joins > maxJoins) throw refusal('QUERY_TOO_COMPLEX');
}

const nullableType = (type: Field['type']) => (isNonNullType(type) ? type.ofType : type);

function check(
  { field, node, parent, path }: SelectedField,
  info: GraphQLResolveInfo,
  filters: Filters,
): void {
  const args: any = coerceArguments({ field, node, parent, path }, info);
  refuseUnstorable(args, path);
  const type = getNamedType(field.type).name;
  if (type.endsWith('Connection'))
    readPage(listName(parent, field.name), type.replace('Connection', ''), args, filters, path);
  if (type === 'ClaimStats') readStats(args, filters, path);
  if (type === 'ClaimMarks') readMarks(args, filters, path);
  if (isListType(nullableType(field.type))) pageSize(args.first, [...path, 'first']);
  if ('at' in args) readDay(args.at, [...path, 'at']);
}

function coerceArguments({ field, node, path }: SelectedField, info: GraphQLResolveInfo): object {
  try {
    return getArgumentValues(field, node, info.variableValues);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw badInput([...path, ...(/^Argument "(\w+)"/.exec(error.message)?.slice(1) ?? [])]);
  }
}
