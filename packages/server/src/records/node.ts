import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Any object that has an id of its own.' })
export abstract class Node {
  @Field(() => ID, {
    description: 'A type prefix and a UUIDv7: `clm_…`. It never changes and is never reused.',
  })
  id: string;
}
