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

  @Field(() => String, {
    nullable: true,
    description:
      'What identifies the viewer: `key:` and the id of the API key, or `token:`, the issuer, a ' +
      'space, and the subject. `grantIdentity` takes it. Null: the request has no credential, or ' +
      'a token without a subject.',
  })
  credentialId: string | null;

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
  viewer(@CurrentViewer() { name, credentialId, role }: Viewer, @Read() read: Read) {
    return read.values({ name, credentialId: credentialId ?? null, role });
  }
}
