import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Direction } from '../values/enums.ts';
import { defaultPageSize, maxPageSize } from './page-arguments.ts';
import { registerPage } from './page-types.ts';

@ObjectType({ description: 'Where a page lies in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether something comes before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first item: give it as `before`. Null on an empty page.',
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last item: give it as `after`. Null on an empty page.',
  })
  endCursor: string | null;
}

/** The connection and edge types of a record type; call it beside the entity. */
export function connectionTypes<T extends Function>(node: T, things: string) {
  const name = node.name;
  @ObjectType(`${name}Edge`, { description: `One of a list of ${things}, with its cursor.` })
  class Edge {
    @Field(() => String, {
      description: 'This item’s place in the list: give it as `after` or `before`.',
    })
    cursor: string;

    @Field(() => node as never, { description: 'The item.' })
    node: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${things}.` })
  class Page {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges: Edge[];

    @Field(() => [node] as never, { description: 'The items.' })
    nodes: unknown[];

    @Field(() => PageInfo, { description: 'Whether there is more, and from where to go on.' })
    pageInfo: PageInfo;

    @Field(() => Int, {
      description: 'How many items the whole list has. It is counted only when asked for.',
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
    description: `How many from the start (or after \`after\`), 1–${maxPageSize}; ${defaultPageSize} unless told.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor of this list in this order: go on behind it.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many from the end (or before \`before\`), 1–${maxPageSize}. Give \`first\` or \`last\`, not both.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor of this list in this order: stop before it.',
  })
  before?: string | null;
}

/** The arguments of a list of records: a page, its filter and its order. */
export function listArgs(filter: () => Function, orderBy: () => Function) {
  @ArgsType()
  class ListArgs extends PageArgs {
    @Field(filter as never, {
      nullable: true,
      description: 'Which of them. Left out: all that are not withdrawn.',
    })
    filter?: object | null;

    @Field(orderBy as never, {
      nullable: true,
      description: 'In which order. Ties are broken by id, so that pages never overlap.',
    })
    orderBy?: object | null;
  }
  return ListArgs;
}

/** An order input over a closed list of what can be sorted by. */
export function orderInput(name: string, fields: () => object, direction: keyof typeof Direction) {
  @InputType(name, {
    description: 'What to sort by, and which end first. What has no value comes last both ways.',
  })
  class Order {
    @Field(fields as never, { description: 'What to sort by.' })
    by: string;

    @Field(() => Direction, { defaultValue: direction, description: 'Which end comes first.' })
    direction: keyof typeof Direction;
  }
  return Order;
}

/** A list that can grow but is rarely long. */
@ArgsType()
export class FirstArgs {
  @Field(() => Int, { defaultValue: 100, description: 'How many at most, 1–100.' })
  first: number;
}
