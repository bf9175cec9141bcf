import { createParameterDecorator, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Read, type ResolverContext } from '../context.ts';
import { Needs } from './needs.ts';
import { Role } from './roles.ts';
import type { Viewer } from './viewer.ts';

@ObjectType('Viewer', { description: 'Who sends the request.' })
export class ViewerType {
  @Field(() => String, {
    description:
      'The name of the key or token, which the history shows as `by`. `anonymous`: the request ' +
      'has no credential.',
  })
  name: string;

  @Field(() => Role, { description: 'What the viewer may do.' })
  role: Role;
}

/** Gives a resolver method the viewer of the request. */
const CurrentViewer = () =>
  createParameterDecorator<ResolverContext>(({ context }) => context.viewer);

@Resolver()
export class ViewerResolver {
  @Needs('READER')
  @Query(() => ViewerType, { description: 'Who sends the request, and what they may do.' })
  viewer(@CurrentViewer() { name, role }: Viewer, @Read() read: Read) {
    return read.values({ name, role });
  }
}
