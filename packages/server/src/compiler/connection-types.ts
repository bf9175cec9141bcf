import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Direction } from '../values/enums.ts';
import { defaultPageSize, maxPageSize } from './page-arguments.ts';
import { registerPage } from './page-types.ts';

@ObjectType({ description: 'The position of a page in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether the list has items after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether the list has items before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first item, to pass as `before`. Null on an empty page.',
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last item, to pass as `after`. Null on an empty page.',
  })
  endCursor: string | null;
}

/** Makes the connection and edge types of a class. `things` names its instances in descriptions. */
export function connectionTypes<T extends Function>(node: T, things: string) {
  const name = node.name;
  @ObjectType(`${name}Edge`, { description: `An item in a list of ${things}, with its cursor.` })
  class Edge {
    @Field(() => String, {
      description: 'The position of the item in the list, to pass as `after` or `before`.',
    })
    cursor: string;

    @Field(() => node, { description: 'The item.' })
    node: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${things}.` })
  class Page {
    @Field(() => [Edge], { description: 'The items of the page with their cursors.' })
    edges: Edge[];

    @Field(() => [node], { description: 'The items of the page.' })
    nodes: unknown[];

    @Field(() => PageInfo, {
      description: 'Whether there are more items, and the cursors to get them.',
    })
    pageInfo: PageInfo;

    @Field(() => Int, {
      description: 'The number of items in the whole list. It is only counted if it is selected.',
    })
    totalCount: number;
  }
  registerPage(node, Page, { page: `${name}Connection`, edge: `${name}Edge` });
  return Page;
}

const sizes = `1–${maxPageSize}`;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many items from the start or \`after\`: ${sizes}, else ${defaultPageSize}.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor of this list in this order. The page starts after it.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many items from the end or \`before\`: ${sizes}. Not with \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor of this list in this order. The page ends before it.',
  })
  before?: string | null;
}

/** Makes the arguments of a connection with a filter and an order. */
export function listArgs(filter: () => Function, orderBy: () => Function) {
  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(filter, {
      nullable: true,
      description: 'Which items the list has. By default all that are not withdrawn.',
    })
    filter?: object | null;

    @Field(orderBy, {
      nullable: true,
      description: 'The order of the list. Ties are broken by id, so that pages never overlap.',
    })
    orderBy?: object | null;
  }
  return ListArgs;
}

/** Makes the input type of an order. `fields` is the enum of what a list can be sorted by. */
export function orderInput(name: string, fields: () => object, direction: keyof typeof Direction) {
  @InputType(name, {
    description:
      'What to sort by, and the direction. Items without a value come last in either one.',
  })
  class Order {
    @Field(fields, { description: 'What to sort by.' })
    by: string;

    @Field(() => Direction, { defaultValue: direction, description: 'The direction of the order.' })
    direction: keyof typeof Direction;
  }
  return Order;
}

/** The arguments of a list that may grow without bound, but is rarely long. */
@ArgsType()
export class FirstArgs {
  @Field(() => Int, { defaultValue: 100, description: 'The maximum number of items, 1–100.' })
  first: number;
}
