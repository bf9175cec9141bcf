import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { CostModel } from './cost.ts';
import type { Mapping } from './mapping.ts';
import { Compiler } from './object.ts';
import type { Plans } from './plan.ts';
import { type PreparedField, prepare } from './prepare.ts';
import { type Root, rootQuery } from './root-query.ts';
import { SelectionTrees } from './selection.ts';
import type { SelectionNode } from './selection-node.ts';
import type { Param } from './sql.ts';

/** A statement that returns one text. PostgreSQL keeps a statement with a name prepared. */
export interface Statement {
  name?: string | undefined;
  text: string;
  values: unknown[];
  /** How much CPU time of PostgreSQL it is expected to take, in milliseconds. */
  cost?: number | undefined;
}

/** Compiles root fields to statements. */
export type RootCompiler = Pick<Reader, 'compileRoot'>;

/** Compiles root fields to statements, and caches the plans. */
export class Reader {
  private readonly trees: SelectionTrees;

  constructor(
    private readonly mapping: Mapping,
    schema: GraphQLSchema,
    readonly plans: Plans,
    private readonly costs?: CostModel,
  ) {
    this.trees = new SelectionTrees(schema, mapping);
  }

  /**
   * The statement of a root field. Its text depends on the selection tree, and on the fingerprints
   * of the root and of each field with arguments. These are the key of the plan cache, so on a hit
   * no SQL is written: the values are put into the order of the statement's parameters.
   *
   * @throws Refusal naming every invalid argument.
   */
  compileRoot<Args extends object>(info: GraphQLResolveInfo, root: Root<Args>): Statement {
    const tree = this.trees.of(info);
    const query = rootQuery(tree.root, info, root);
    const params = [...query.params];
    let key = `${tree.number} ${query.fingerprint}`;
    const fields = new Map<SelectionNode, PreparedField>();
    for (const node of tree.withArguments) {
      const field = node.prepare(info);
      fields.set(node, field);
      for (const param of field.params) params.push(param);
      key += `\n${field.fingerprint}`;
    }
    const prepared = (node: SelectionNode) => fields.get(node)?.prepared ?? prepare(node, {});
    const plan = this.plans.get(key, params, () =>
      query.write(new Compiler(this.mapping, prepared)),
    );
    const values = plan.parameters.map((index) => params[index]?.value);
    const cost = this.costs?.estimate({
      root: tree.root,
      kind: root.kind,
      type: root.kind === 'record' ? root.type : undefined,
      key: root.kind === 'record' ? keyIn(query.params) : undefined,
      rootArgs: query.args,
      answer: root.kind === 'payload' ? root.answer : undefined,
      fields,
      plan,
      values,
    });
    return {
      cost,
      name: plan.isReused ? plan.name : undefined,
      text: plan.text,
      values,
    };
  }
}

/** The key in a condition that compares nothing else. */
const keyIn = ([param, ...others]: readonly Param[]): string | undefined =>
  others.length === 0 && typeof param?.value === 'string' ? param.value : undefined;
