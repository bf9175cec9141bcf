import { Arg, Args, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { PageArgs } from '../compiler/connection-types.ts';
import { pageOf } from '../compiler/page-types.ts';
import { Read, Write } from '../context.ts';
import { DateTime } from '../values/scalars.ts';
import { grantIdentity, maxGrantDays, revokeIdentityGrant } from './grant.service.ts';
import { IdentityGrantPayload, IdentityPayload } from './identity.types.ts';
import { IdentityGrant, IdentityReading } from './identity-grant.entity.ts';
import { readIdentity } from './read-identity.ts';

@Resolver()
export class IdentityResolver {
  @Needs('ADMIN')
  @Query(() => pageOf(IdentityGrant), {
    description: 'A page of the grants to read who protected sources are, the newest first.',
  })
  identityGrants(@Args(() => PageArgs) _args: object, @Read() read: Read) {
    return read.connection();
  }

  @Needs('ADMIN')
  @Query(() => pageOf(IdentityReading), {
    description: 'A page of the readings of who protected sources are, the newest first.',
  })
  identityReadings(@Args(() => PageArgs) _args: object, @Read() read: Read) {
    return read.connection();
  }

  @Needs('ADMIN')
  @Mutation(() => IdentityGrantPayload, {
    description:
      'Lets a viewer read who a protected source is, with `readIdentity`. Administrators need a ' +
      'grant, too.',
  })
  grantIdentity(
    @Arg('sourceId', () => ID, { description: 'The id of the protected source, `src_…`.' })
    sourceId: string,
    @Arg('viewer', () => String, {
      description:
        'The viewer: the name of an API key that is valid now, or `credentialId`, as ' +
        '`viewer { credentialId }` shows it. For the viewer of a token, only that.',
    })
    viewer: string,
    @Arg('until', () => DateTime, {
      description: `When the grant ends: at most ${maxGrantDays} days from now.`,
    })
    until: Date,
    @Arg('purpose', () => String, {
      description:
        'What the viewer needs the identity for. The list of grants shows it, so do not name the ' +
        'source.',
    })
    purpose: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      grant: await grantIdentity(tx, { sourceId, viewer, until, purpose }),
    }));
  }

  @Needs('ADMIN')
  @Mutation(() => IdentityGrantPayload, {
    description: 'Ends a grant now. What the viewer has read stays in `identityReadings`.',
  })
  revokeIdentityGrant(
    @Arg('id', () => ID, { description: 'The id of the grant: `grt_` and a UUID.' })
    id: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ grant: await revokeIdentityGrant(tx, id) }));
  }

  @Needs('READER')
  @Mutation(() => IdentityPayload, {
    description:
      'Reads who a protected source is. It is a mutation, because each reading is recorded. ' +
      'Without a grant that is valid now, it fails with NOT_FOUND, as for a source that does not ' +
      'exist.',
  })
  readIdentity(
    @Arg('sourceId', () => ID, {
      description: 'The id of the source, or one that it had before it was protected: `src_…`.',
    })
    sourceId: string,
    @Write() write: Write,
  ) {
    return write((tx) => readIdentity(tx, sourceId), { readsFirst: true, isSecret: true });
  }
}
