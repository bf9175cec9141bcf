import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Any object that has an id of its own.' })
export abstract class Node {
  @Field(() => ID, {
    description:
      'The id, a type prefix and a UUIDv7 such as `clm_…`. An id never changes and is never ' +
      'reused.',
  })
  id: string;
}
