import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { DataSource } from 'typeorm';
import { Claim } from '../../claims/claim.entity.ts';
import { Faction } from '../../factions/faction.entity.ts';
import type { Revision } from '../../history/revision.entity.ts';
import { Location } from '../../locations/location.entity.ts';
import { ExternalId } from '../../records/external-id.entity.ts';
import { Report } from '../../reports/report.entity.ts';
import { ImportConflict } from '../../review/import-conflict.entity.ts';
import { Source } from '../../sources/source.entity.ts';
import { checkArguments, refuseUnstorable } from './arguments.ts';
import { Filters } from './filters.ts';
import { Graph } from './graph.ts';
import { readId } from './ids.ts';
import { stringify } from './json.ts';
import { claimMarks, readMarks } from './marks.ts';
import { connection, readPage } from './pages.ts';
import { Places } from './places.ts';
import { refusal } from './refusals.ts';
import { resolvers, type World } from './resolvers.ts';
import { executableSchema, fatalRoots } from './schema.ts';
import { claimStats, readStats } from './stats.ts';

/** The expected response: the text of `data` (undefined: no data), and all errors, unordered. */
export interface Expected {
  data: string | undefined;
  errors: readonly GraphQLFormattedError[];
}

/** Called for every field that is read from an existing object, with its arguments. */
export type Witness = (
  parentType: string,
  fieldName: string,
  args: Record<string, unknown>,
) => void;

const pages: Record<string, new () => any> = {
  claims: Claim,
  reports: Report,
  sources: Source,
  factions: Faction,
  locations: Location,
  importConflicts: ImportConflict,
};

/** The API a second time, without SQL: graphql-js and plain resolvers over an in-memory copy. */
export class Reference {
  private readonly schema: GraphQLSchema = executableSchema();
  private readonly byType: ReturnType<typeof resolvers>;

  private constructor(
    readonly world: World,
    private readonly entities: ReadonlyMap<string, Function>,
  ) {
    this.byType = resolvers(world);
  }

  static async of(database: DataSource): Promise<Reference> {
    const graph = await Graph.load(database);
    const places = new Places(graph);
    const log: { seq: string; rationale: string | null }[] = await database.query(
      'select seq, rationale from write_log',
    );
    const rationales = new Map(log.map((write) => [write.seq, write.rationale]));
    const rationale = ({ seq }: Revision) => rationales.get(seq) ?? null;
    const diffs = new Map<Revision, Promise<unknown[]>>();
    const readDiff = ({ recordType, recordId, at }: Revision) =>
      database.query(
        'select path, before, after from row_changes($1, $2, $3::text::timestamptz) order by ' +
          'path collate "C"',
        [recordType, recordId, at],
      );
    const diff = (revision: Revision) => {
      const known = diffs.get(revision) ?? readDiff(revision);
      diffs.set(revision, known);
      return known;
    };
    const corrections = (id: string) =>
      database.query(
        `select field, imported::text as imported, current::text as current, at::text as at, by
         from record_corrections($1) order by field collate "C"`,
        [id],
      );
    const entities = new Map(
      database.entityMetadatas.map(({ name, target }) => [name, target as Function]),
    );
    const filters = new Filters(graph, places);
    return new Reference({ graph, places, filters, diff, corrections, rationale }, entities);
  }

  async answer(
    document: DocumentNode,
    variables: Record<string, unknown>,
    operationName?: string,
    witness?: Witness,
  ): Promise<Expected> {
    const { data, errors = [] } = await execute({
      schema: this.schema,
      document,
      variableValues: variables,
      operationName: operationName ?? null,
      fieldResolver: this.resolve(witness),
      typeResolver: (value) => (value as object).constructor.name,
    });
    const fatal = errors.some(
      ({ path }) => path && fatalRoots.has(rootName(document, String(path[0]))),
    );
    return {
      data: data === undefined ? undefined : fatal ? 'null' : stringify(data),
      errors: errors.map((error) => error.toJSON()),
    };
  }

  private resolve(witness: Witness | undefined): GraphQLFieldResolver<any, unknown> {
    return (source, args, _context, info) => {
      const { parentType, fieldName } = info;
      if (parentType.name === 'Query') return this.root(args, info, witness);
      witness?.(parentType.name, fieldName, args);
      const resolver = this.byType[parentType.name]?.[fieldName];
      return nullIfAbsent(resolver ? resolver(source, args, info) : source[fieldName]);
    };
  }

  private root(args: any, info: GraphQLResolveInfo, witness: Witness | undefined): unknown {
    refuseUnstorable(args, []);
    const found = this.find(args, info);
    witness?.('Query', info.fieldName, args);
    return found;
  }

  private find(args: any, info: GraphQLResolveInfo): unknown {
    const { graph, filters } = this.world;
    const name = info.fieldName;
    const listed = pages[name];
    if (listed) {
      checkArguments(info, filters);
      return connection(
        readPage(`Query.${name}`, listed.name, args, filters, []),
        graph.all(listed),
      );
    }
    if (name === 'claimStats') {
      checkArguments(info, filters);
      return claimStats(this.world, args, readStats(args, filters, []));
    }
    if (name === 'claimMarks') {
      checkArguments(info, filters);
      return claimMarks(graph, args, readMarks(args, filters, []));
    }
    if (name === 'record') {
      checkArguments(info, filters);
      const owner = `${String(args.type).toLowerCase()}Id` as keyof ExternalId;
      const { system, value } = args.externalId;
      const ids = graph
        .all(ExternalId)
        .filter((each) => each.system === system && each.value === value && each[owner] !== null);
      return ids[0]?.[owner.replace('Id', '') as 'claim'] ?? null;
    }
    const wanted = name === 'node' ? undefined : [name[0]!.toUpperCase() + name.slice(1)];
    const { type, key } = readId(args.id, ['id'], wanted);
    checkArguments(info, filters);
    const found = graph.one(this.entities.get(type)!, key);
    if (!found) throw refusal('NOT_FOUND', ['id']);
    return found;
  }
}

/** The root field of a response key. Directives do not matter: fields with one key are the same. */
function rootName(document: DocumentNode, key: string): string {
  const look = ({ selections }: SelectionSetNode): string | undefined => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        if ((node.alias ?? node.name).value === key) return node.name.value;
        continue;
      }
      const named =
        node.kind === Kind.FRAGMENT_SPREAD &&
        document.definitions.find((each) => 'name' in each && each.name?.value === node.name.value);
      const found = look(((named || node) as FragmentDefinitionNode).selectionSet);
      if (found) return found;
    }
    return undefined;
  };
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return (
    operations.map(({ selectionSet }) => look(selectionSet)).find((found) => found !== undefined) ??
    ''
  );
}

/** An absent value object has only null columns. */
const nullIfAbsent = (value: any): unknown =>
  value !== null &&
  typeof value === 'object' &&
  embedded.has(value.constructor.name) &&
  Object.values(value).every((each) => each === null)
    ? null
    : value;

const embedded = new Set([
  'FuzzyDate',
  'FuzzyInterval',
  'Point',
  'QuantityGroup',
  'Withdrawal',
  'Resolution',
  'Passage',
]);
