import type { EntityMetadata } from 'typeorm';
import type { RelationMetadata } from 'typeorm/metadata/RelationMetadata.js';
import type { RowShape } from '../compiler/mapping.ts';
import { recordKeysIn } from '../compiler/payload.ts';
import type { PreparedField } from '../compiler/prepare.ts';
import type { SelectionNode } from '../compiler/selection-node.ts';
import { dimensionOf, listTables } from './domain.ts';
import { upperEnd } from './fan.ts';
import type { Args, Knowledge, PartCost, ReferredBy, Runs } from './model.ts';
import { pageCost } from './page-cost.ts';
import { statsCost } from './stats-cost.ts';

/** The arguments of one request, and what they were read as. */
export interface RequestFields {
  of(node: SelectionNode): PreparedField | undefined;
  /** Those of the root field, if it is not a page. */
  rootArgs: Args;
  /** What a mutation's service returned. */
  answer: Readonly<Record<string, unknown>>;
}

/** A part that runs for the rows of another one. */
export interface BelowPart {
  part: StatementPart;
  /** The share of rows for which it runs. */
  share: number;
  referredBy: ReferredBy;
  /** It only runs if statistics are counted by this dimension. */
  dimension: string | undefined;
}

/**
 * A part of a statement that has rows of its own: a page, a list, the buckets of statistics. It
 * costs something for each run, and something for each row. Fields, joins and the like that occur
 * once for each row are added up in `perRow` when the statement is compiled.
 */
export interface StatementPart {
  /** Milliseconds for each row. */
  perRow: number;
  /** How many records are joined to each row. */
  joins: number;
  below: BelowPart[];
  /** What all runs cost without their rows, and how many rows they return. */
  measure(runs: Runs, fields: RequestFields, knowledge: Knowledge): PartCost;
}

/** What all runs of a part cost, with everything below it. */
export function costOfPart(
  part: StatementPart,
  runs: Runs,
  fields: RequestFields,
  knowledge: Knowledge,
): number {
  const measured = part.measure(runs, fields, knowledge);
  const { ms, rows, by = [], isSkewed = false } = measured;
  let total = ms + rows * part.perRow;
  for (const { part: inner, share, referredBy, dimension } of part.below) {
    if (dimension !== undefined && !by.includes(dimension)) continue;
    // The only record is the one that the statement was asked for, and a bucket names others.
    const isOther = referredBy !== undefined || share < 1 || dimension !== undefined;
    const below = {
      count: rows * share,
      key: isOther ? undefined : runs.key,
      referredBy: referredBy ?? (dimension !== undefined && isSkewed ? 'ROWS' : undefined),
    };
    total += costOfPart(inner, below, fields, knowledge);
  }
  return total;
}

const newPart = (perRow: number, measure: StatementPart['measure']): StatementPart => ({
  perRow,
  joins: 0,
  below: [],
  measure,
});

/** Where the fields are that {@link addFields} adds. */
interface Scope {
  shape: RowShape;
  /** The entity of the row, also for values that are embedded in it. */
  entity: EntityMetadata | undefined;
  /** The share of the part's rows that have them. */
  share: number;
  referredBy: ReferredBy;
  dimension: string | undefined;
}

const scopeOf = (node: SelectionNode, type: string): Scope => ({
  shape: node.mapping.shape(type),
  entity: node.mapping.entity(type),
  share: 1,
  referredBy: undefined,
  dimension: undefined,
});

/** A part of which exactly one row is read: that of a record. */
export function recordPart(node: SelectionNode, type: string, knowledge: Knowledge): StatementPart {
  const part = newPart(0, ({ count }) => ({ ms: 0, rows: count }));
  addFields(part, scopeOf(node, type), node.types.get(type) ?? [], knowledge);
  return part;
}

/** What a mutation is answered with: the records that its service returned. */
export function payloadPart(
  node: SelectionNode,
  answer: Readonly<Record<string, unknown>>,
  knowledge: Knowledge,
): StatementPart {
  const part = newPart(0, ({ count }) => ({ ms: 0, rows: count }));
  for (const child of node.only[1]) {
    const [first] = recordKeysIn(answer[child.name]);
    if (!first) continue;
    const records = newPart(0, ({ count }, fields) => ({
      ms: 0,
      rows: count * recordKeysIn(fields.answer[child.name]).length,
    }));
    const fields = child.types.get(first.type) ?? [];
    addFields(records, scopeOf(child, first.type), fields, knowledge);
    part.below.push({ part: records, share: 1, referredBy: undefined, dimension: undefined });
  }
  return part;
}

/** A page, with what is selected on its nodes. */
export function pagePart(node: SelectionNode, knowledge: Knowledge): StatementPart {
  const part = newPart(knowledge.weight('page row'), (runs, fields, known) =>
    pageCost(node, runs, fields.of(node), known),
  );
  for (const child of node.only[1]) {
    if (child.name === 'nodes') addFieldsOfTypes(part, child, knowledge);
    if (child.name !== 'edges') continue;
    for (const field of child.only[1]) {
      if (field.name === 'node') addFieldsOfTypes(part, field, knowledge);
      else part.perRow += knowledge.weight('cursor');
    }
  }
  return part;
}

/** Statistics or marks, with what is selected on each bucket or mark. */
export function summaryPart(
  node: SelectionNode,
  knowledge: Knowledge,
  isRoot: boolean,
): StatementPart {
  const [type, children] = node.only;
  const part = newPart(0, (runs, fields, known) =>
    statsCost(node, part.joins, {
      runs,
      args: isRoot ? fields.rootArgs : (fields.of(node)?.args ?? {}),
      knowledge: known,
    }),
  );
  for (const child of children) {
    const field = child.field && node.mapping.shape(type).field(child.name);
    if (field?.kind === 'summaryRows') addFieldsOfTypes(part, child, knowledge);
  }
  return part;
}

function addFieldsOfTypes(
  part: StatementPart,
  node: SelectionNode,
  knowledge: Knowledge,
  referredBy?: ReferredBy,
): void {
  for (const [type, children] of node.types)
    addFields(part, { ...scopeOf(node, type), referredBy }, children, knowledge);
}

/** Adds to a part what is read for each of its rows. */
function addFields(
  part: StatementPart,
  scope: Scope,
  children: readonly SelectionNode[],
  knowledge: Knowledge,
): void {
  const { weight } = knowledge;
  const { shape, share, referredBy, dimension } = scope;
  const add = (below: StatementPart) =>
    part.below.push({ part: below, share, referredBy, dimension });
  for (const child of children) {
    if (!child.field) continue;
    const field = shape.field(child.name);
    const name = `${child.declaredBy}.${child.name}`;
    switch (field.kind) {
      case 'leaf':
        part.perRow += share * (weight('leaf') + weight(`field ${name}`));
        break;
      case 'embedded':
        part.perRow += share * weight('leaf');
        addFields(part, { ...scope, shape: field.shape }, child.only[1], knowledge);
        break;
      case 'one':
        addJoined(part, scope, child, field.join.target, 1, knowledge);
        break;
      case 'oneOf':
        for (const { target } of field.choices.values())
          addJoined(part, scope, child, target, field.choices.size, knowledge);
        break;
      case 'many':
      case 'list':
        add(listPart(child, scope, field.kind === 'many' ? field.relation : undefined, knowledge));
        break;
      case 'summary':
        add(summaryPart(child, knowledge, false));
        break;
      case 'connection':
        add(pagePart(child, knowledge));
    }
  }
}

/** A record that some of the rows refer to. */
function addJoined(
  part: StatementPart,
  scope: Scope,
  node: SelectionNode,
  target: EntityMetadata,
  choices: number,
  knowledge: Knowledge,
): void {
  const { nulls } = knowledge.counts;
  const relation = scope.entity?.relations.find(({ propertyName }) => propertyName === node.name);
  const column = relation?.joinColumns[0]?.databaseName;
  const isNull = nulls.get(`${scope.entity?.tableName}.${column}`) ?? 0;
  const dimension = scope.dimension ?? dimensionOf(`${node.parentType}.${node.name}`);
  const joined: Scope = {
    shape: node.mapping.shape(target.name),
    entity: target,
    share: (scope.share * (1 - isNull)) / choices,
    // Each bucket of a dimension has another record.
    referredBy: scope.referredBy ?? (dimension === undefined ? 'ROWS' : undefined),
    dimension,
  };
  part.joins += 1;
  part.perRow += scope.share * knowledge.weight('join');
  addFields(part, joined, node.types.get(target.name) ?? [], knowledge);
}

/** A list that is read whole, or up to `first` rows. Its length follows from its tables. */
function listPart(
  node: SelectionNode,
  { shape, entity: owner }: Scope,
  relation: RelationMetadata | undefined,
  knowledge: Knowledge,
): StatementPart {
  const name = `${node.declaredBy}.${node.name}`;
  const { counts, weight } = knowledge;
  const entity = relation?.inverseEntityMetadata ?? node.mapping.entity(node.only[0]);
  const ownTable = listTables[`${shape.type}.${node.name}`];
  const table = ownTable ?? entity?.tableName ?? '';
  const column = relation?.inverseRelation?.joinColumns[0]?.databaseName;
  const rows = (counts.rows.get(table) ?? 0) * (1 - (counts.nulls.get(`${table}.${column}`) ?? 0));
  const average = rows / Math.max(1, counts.rows.get(owner?.tableName ?? '') ?? 1);
  const length = entity ? Math.min(average, relation ? 100 : 4) : 0.1;
  const perRun = weight('list') + weight(`list ${name}`);
  const part = newPart(weight('list row'), ({ count }) => ({
    ms: count * perRun,
    // The variance of a number of independent rows is their mean.
    rows: count * upperEnd(length, length, count),
  }));
  // The areas around a place have more of everything than others.
  addFieldsOfTypes(part, node, knowledge, ownTable === undefined ? undefined : 'PLACES');
  return part;
}
