import type { EntityMetadata } from 'typeorm';
import type { RowShape } from '../compiler/mapping.ts';
import { isWrapper } from '../compiler/page-types.ts';
import type { PreparedField } from '../compiler/prepare.ts';
import type { SelectionNode } from '../compiler/selection-node.ts';
import type { Args, Knowledge, PartCost, Runs } from './model.ts';
import { pageCost } from './page-cost.ts';
import { statsCost } from './stats-cost.ts';

/** The arguments of one request, and what they were read as. */
export interface RequestFields {
  of(node: SelectionNode): PreparedField | undefined;
  /** Those of the root field, if it is no page. */
  rootArgs: Args;
}

/**
 * A part of a statement that has rows of its own: a page, a list, the buckets of statistics. It
 * costs something for each run, and something for each row. Fields, joins and the like that occur
 * once for each row are added up in `perRow` when the statement is compiled.
 */
export interface Part {
  node: SelectionNode;
  /** Milliseconds for each row. */
  perRow: number;
  /** The parts that run once for each row. */
  below: { part: Part; isReferred: boolean }[];
  /** What all runs cost without their rows, and how many rows they return. */
  measure(runs: Runs, fields: RequestFields, knowledge: Knowledge): PartCost;
}

/** What all runs of a part cost, with everything below it. */
export function costOfPart(
  part: Part,
  runs: Runs,
  fields: RequestFields,
  knowledge: Knowledge,
): number {
  const { ms, rows } = part.measure(runs, fields, knowledge);
  let total = ms + rows * part.perRow;
  for (const { part: inner, isReferred } of part.below)
    total += costOfPart(inner, { count: rows, isReferred }, fields, knowledge);
  return total;
}

/** A part of which exactly one row is read: that of a record. */
export function recordPart(node: SelectionNode, type: string, knowledge: Knowledge): Part {
  const part: Part = {
    node,
    perRow: 0,
    below: [],
    measure: ({ count }) => ({ ms: 0, rows: count }),
  };
  addFields(part, node.mapping.shape(type), node.types.get(type) ?? [], false, knowledge);
  return part;
}

/** A page, with what is selected on its nodes. */
export function pagePart(node: SelectionNode, knowledge: Knowledge): Part {
  const part: Part = {
    node,
    perRow: knowledge.weight('page row'),
    below: [],
    measure: (runs, fields, known) => pageCost(node, runs, fields.of(node), known),
  };
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
export function summaryPart(node: SelectionNode, knowledge: Knowledge, isRoot: boolean): Part {
  const [type, children] = node.only;
  const part: Part = {
    node,
    perRow: 0,
    below: [],
    measure: (runs, fields, known) =>
      statsCost(node, runs, isRoot ? fields.rootArgs : (fields.of(node)?.args ?? {}), known),
  };
  for (const child of children) {
    const field = child.field && node.mapping.shape(type).field(child.name);
    if (field?.kind === 'summaryRows') addFieldsOfTypes(part, child, knowledge);
  }
  return part;
}

function addFieldsOfTypes(part: Part, node: SelectionNode, knowledge: Knowledge): void {
  for (const [type, children] of node.types)
    addFields(part, node.mapping.shape(type), children, false, knowledge);
}

/**
 * Adds to a part what is read for each of its rows. `share`: how many of the rows have the object
 * whose fields these are.
 */
function addFields(
  part: Part,
  shape: RowShape,
  children: readonly SelectionNode[],
  isReferred: boolean,
  knowledge: Knowledge,
): void {
  const { weight } = knowledge;
  const add = (below: Part) => part.below.push({ part: below, isReferred });
  for (const child of children) {
    if (!child.field) continue;
    const field = shape.field(child.name);
    const name = `${child.declaredBy}.${child.name}`;
    switch (field.kind) {
      case 'leaf':
        part.perRow += weight('leaf') + weight(`field ${name}`);
        break;
      case 'embedded':
        part.perRow += weight('leaf');
        addFields(part, field.shape, child.only[1], isReferred, knowledge);
        break;
      case 'one':
        addJoined(part, child, field.join.target, knowledge);
        break;
      case 'oneOf':
        for (const { target } of field.choices.values()) addJoined(part, child, target, knowledge);
        break;
      case 'many':
        add(listPart(child, field.target, shape.type, knowledge));
        break;
      case 'list':
        add(listPart(child, undefined, shape.type, knowledge));
        break;
      case 'summary':
        add(summaryPart(child, knowledge, false));
        break;
      case 'summaryRows':
        break;
      case 'connection':
        add(pagePart(child, knowledge));
    }
  }
}

/** A record that each row refers to. */
function addJoined(
  part: Part,
  node: SelectionNode,
  { name }: EntityMetadata,
  knowledge: Knowledge,
): void {
  part.perRow += knowledge.weight('join');
  addFields(part, node.mapping.shape(name), node.types.get(name) ?? [], true, knowledge);
}

/** A list that is read whole, or up to `first` rows. Its length is that of its relation. */
function listPart(
  node: SelectionNode,
  target: EntityMetadata | undefined,
  parentType: string,
  knowledge: Knowledge,
): Part {
  const name = `${node.declaredBy}.${node.name}`;
  const { counts, weight } = knowledge;
  const entity = target ?? node.mapping.entity(node.only[0]);
  const owner = node.mapping.entity(parentType);
  const rowsOf = (each: EntityMetadata | undefined) =>
    (each && counts.rows.get(each.tableName)) ?? 0;
  // Names and external ids of all types are in one table.
  const average = target ? rowsOf(entity) / Math.max(1, rowsOf(owner)) : 1;
  const length = Math.min(average, 20);
  const perRun = weight('list') + weight(`list ${name}`);
  const part: Part = {
    node,
    perRow: weight('list row'),
    below: [],
    measure: ({ count }) => ({ ms: count * perRun, rows: count * length }),
  };
  if (!isWrapper(node.only[0])) addFieldsOfTypes(part, node, knowledge);
  return part;
}
