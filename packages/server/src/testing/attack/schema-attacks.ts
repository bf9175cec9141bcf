import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { type Attack, operationAttack } from './attack.ts';
import { hostileTexts, hostileValueOf, plainValueOf, wrongValues } from './hostile-values.ts';

/** A field, and the fields from the root that lead to it. */
interface Place {
  kind: 'query' | 'mutation';
  path: readonly string[];
  field: GraphQLField<unknown, unknown>;
}

/** The arguments of every field of the schema that can be reached without required arguments. */
export function* argumentAttacks(schema: GraphQLSchema): Generator<Attack> {
  for (const place of placesOf(schema))
    for (const arg of place.field.args) {
      for (const value of wrongValues) yield attackOn('wrong types', place, arg, value);
      for (let seed = 0; seed < hostileTexts.length; seed += 1)
        yield attackOn('hostile values', place, arg, hostileValueOf(arg.type, seed));
    }
}

const pages: readonly object[] = [
  ...[-1, 0, 101, 2 ** 31 - 1].flatMap((size) => [{ first: size }, { last: size }]),
  { first: 1, last: 1 },
];

const cursors: readonly string[] = [
  ...['', 'x', '====', 'bnVsbA==', 'W10=', 'eyJhIjoxfQ==', '\u0000', '-1', 'é', "' or 1=1"],
  Buffer.from('["x",null,{"a":[]}]').toString('base64'),
  Buffer.from(`["${'9'.repeat(4_000)}"]`).toString('base64url'),
  Buffer.from('['.repeat(20_000)).toString('base64url'),
  Buffer.from([0xff, 0xfe, 0, 1]).toString('base64url'),
  'A'.repeat(100_000),
];

/** Page sizes and cursors of every connection. */
export function* pageAttacks(schema: GraphQLSchema): Generator<Attack> {
  for (const place of placesOf(schema)) {
    const after = place.field.args.find(({ name }) => name === 'after');
    const first = place.field.args.find(({ name }) => name === 'first');
    if (!after || !first) continue;
    for (const page of pages)
      yield operationAttack('pages', ...operationFor(place, page as Record<string, unknown>));
    for (const cursor of cursors) {
      yield operationAttack('cursors', ...operationFor(place, { after: cursor }));
      yield operationAttack('cursors', ...operationFor(place, { last: 5, before: cursor }));
    }
  }
}

const attackOn = (group: string, place: Place, arg: GraphQLArgument, value: unknown): Attack =>
  operationAttack(group, ...operationFor(place, { [arg.name]: value }));

/** An operation that gives a field some arguments, and those that it requires. */
function operationFor(
  { kind, path, field }: Place,
  given: Record<string, unknown>,
): [query: string, variables: Record<string, unknown>] {
  const used = field.args.filter((arg) => arg.name in given || isRequiredArgument(arg));
  const variables = Object.fromEntries(
    used.map((arg) => [arg.name, arg.name in given ? given[arg.name] : plainValueOf(arg.type)]),
  );
  const declared = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  const start = path.map((name) => `${name} { `).join('');
  const end = ' }'.repeat(path.length);
  const head = declared ? `${kind} (${declared})` : kind;
  return [
    `${head} { ${start}${field.name}${passed && `(${passed})`}${selection}${end} }`,
    variables,
  ];
}

function placesOf(schema: GraphQLSchema): Place[] {
  const places: Place[] = [];
  const seen = new Set<string>();
  const visit = (type: GraphQLObjectType | null | undefined, kind: Place['kind']) => {
    let open: [GraphQLObjectType, readonly string[]][] = type ? [[type, []]] : [];
    while (open.length > 0) {
      const next: typeof open = [];
      for (const [each, path] of open) {
        if (seen.has(each.name)) continue;
        seen.add(each.name);
        for (const field of Object.values(each.getFields())) {
          if (field.args.length > 0) places.push({ kind, path, field });
          const to = getNamedType(field.type);
          // A mutation is not carried out only to look at its payload.
          if (kind === 'query' && isObjectType(to) && !field.args.some(isRequiredArgument))
            next.push([to, [...path, field.name]]);
        }
      }
      open = next;
    }
  };
  visit(schema.getQueryType(), 'query');
  visit(schema.getMutationType(), 'mutation');
  return places;
}
