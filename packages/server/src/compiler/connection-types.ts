import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Direction } from '../values/enums.ts';
import { limits } from '../values/limits.ts';
import { defaultPageSize } from './page-arguments.ts';
import { registerPage } from './page-types.ts';

@ObjectType({ description: 'The position of a page in its list, as in Relay Cursor Connections.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are items after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether there are items before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the first item. Pass this cursor as `before` to get the previous page. ' +
      'Null: the page is empty.',
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the last item. Pass this cursor as `after` to get the next page. Null: the ' +
      'page is empty.',
  })
  endCursor: string | null;
}

/** Creates the connection and edge types of a node type. Call it in the entity's file. */
export function connectionTypes<T extends Function>(node: T, things: string) {
  const name = node.name;
  @ObjectType(`${name}Edge`, { description: `An item in a list of ${things}, with its cursor.` })
  class Edge {
    @Field(() => String, {
      description: 'The position of the item in the list. Pass the cursor as `after` or `before`.',
    })
    cursor: string;

    @Field(() => node, { description: 'The item at this cursor.' })
    node: unknown;
  }

  @ObjectType(`${name}Connection`, {
    description: `One page of a list of ${things} (Relay Cursor Connections).`,
  })
  class Page {
    @Field(() => [Edge], { description: 'The items of the page, each with its cursor.' })
    edges: Edge[];

    @Field(() => [node], { description: 'The items of the page, without cursors.' })
    nodes: unknown[];

    @Field(() => PageInfo, {
      description: 'Whether there are more items, and the cursors to continue from.',
    })
    pageInfo: PageInfo;

    @Field(() => Int, {
      description:
        'The number of items in the whole list, which is counted only if this field is selected.',
    })
    totalCount: number;
  }
  registerPage(node, Page, { page: `${name}Connection`, edge: `${name}Edge` });
  return Page;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many items to return from the start of the list, or after `after`: ' +
      `1–${limits.pageSize.max}. Default: ${defaultPageSize}.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Return the items after this cursor. The cursor must come from the same list, sorted the ' +
      'same way.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many items to return from the end of the list, or before `before`: ' +
      `1–${limits.pageSize.max}. Give \`first\` or \`last\`, not both.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Return the items before this cursor. The cursor must come from the same list, sorted the ' +
      'same way.',
  })
  before?: string | null;
}

/** The arguments of a list of records: page, filter and order. `byDefault`: the default order. */
export function listArgs(filter: () => Function, orderBy: () => Function, byDefault: string) {
  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(filter, {
      nullable: true,
      description: 'Which records to list. Null or omitted: all records that are not withdrawn.',
    })
    filter?: object | null;

    @Field(orderBy, {
      nullable: true,
      description:
        `How to sort the list. Null or omitted: ${byDefault}. Records with equal values are ` +
        'sorted by id, so pages never overlap.',
    })
    orderBy?: object | null;
  }
  return ListArgs;
}

/** The input type of an order, over a closed list of sort keys. */
export function orderInput(name: string, fields: () => object, direction: keyof typeof Direction) {
  @InputType(name, {
    description:
      'What a list is sorted by, and in which direction. Records without a value come last in ' +
      'either direction.',
  })
  class Order {
    @Field(fields, { description: 'The value that the list is sorted by.' })
    by: string;

    @Field(() => Direction, {
      defaultValue: direction,
      description: 'Whether the smallest or the largest value comes first.',
    })
    direction: keyof typeof Direction;
  }
  return Order;
}

/** The argument of a list that is rarely long and has no pages. */
@ArgsType()
export class FirstArgs {
  @Field(() => Int, {
    defaultValue: 100,
    description: 'The largest number of items to return, 1–100.',
  })
  first: number;
}
