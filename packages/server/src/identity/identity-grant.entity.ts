import { Field, ID, ObjectType } from 'type-graphql';
import { Index, PrimaryColumn, type Relation } from 'typeorm';
import { connectionTypes } from '../compiler/connection-types.ts';
import { Listing } from '../compiler/declare.ts';
import { sql } from '../compiler/sql.ts';
import { Source } from '../sources/source.entity.ts';
import { Instant, One, Table, Text } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';

/** The most characters of the purpose of a grant. */
export const maxPurpose = 2_000;

/** The most characters of what identifies a viewer. An issuer and a subject may be long. */
export const maxCredentialId = 2_000;

@ObjectType({
  description: 'The permission of one viewer to read who a protected source is, for some time.',
})
@Table()
@Index(['credentialId', 'sourceId'])
@Index(['grantedAt', 'id'])
@Listing(() => ({
  orders: { GRANTED_AT: { by: (row) => sql`${row}.granted_at`, cast: 'timestamptz' } },
  fallback: { by: 'GRANTED_AT', direction: 'DESC' },
}))
export class IdentityGrant {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the grant: `grt_` and a UUIDv7.' })
  id: string;

  @One(() => Source, { description: 'The protected source, as everyone sees it.' })
  source: Relation<Source>;
  sourceId: string;

  @Text({ max: 100, description: 'The name of the viewer who may read the identity.' })
  viewer: string;

  @Text({
    max: maxCredentialId,
    nullable: true,
    description:
      'What identifies that viewer, as `viewer { credentialId }` shows it. Another key or token ' +
      'with the same name may not use the grant. Null: the grant was made before this was ' +
      'recorded, for a viewer without a key, and counts no more.',
  })
  credentialId: string | null;

  @Text({ max: maxPurpose, description: 'What the viewer needs the identity for.' })
  purpose: string;

  @Instant({ type: () => DateTime, description: 'When the grant ends.' })
  until: Date;

  @Text({ max: 100, description: 'The name of the viewer who gave the grant.' })
  grantedBy: string;

  @Instant({ type: () => DateTime, description: 'When it was given.' })
  grantedAt: Date;

  @Text({
    max: 100,
    nullable: true,
    description: 'The name of the viewer who revoked the grant. Null: nobody did.',
  })
  revokedBy: string | null;

  @Instant({
    type: () => DateTime,
    nullable: true,
    description: 'When the grant was revoked. Null: it was not.',
  })
  revokedAt: Date | null;
}

connectionTypes(IdentityGrant, 'grants to read identities');

@ObjectType({
  description: 'One reading of the identity of a protected source. Readings are never deleted.',
})
@Table()
@Index(['at', 'id'])
@Listing(() => ({
  orders: { AT: { by: (row) => sql`${row}.at`, cast: 'timestamptz' } },
  fallback: { by: 'AT', direction: 'DESC' },
}))
export class IdentityReading {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the reading: `rdg_` and a UUIDv7.' })
  id: string;

  @One(() => Source, { description: 'The protected source, as everyone sees it.' })
  source: Relation<Source>;
  sourceId: string;

  @Text({ max: 100, description: 'The name of the viewer who read the identity.' })
  viewer: string;

  @One(() => IdentityGrant, { description: 'The grant that allowed the reading.' })
  grant: Relation<IdentityGrant>;
  grantId: string;

  @Instant({ type: () => DateTime, description: 'When the identity was read.' })
  at: Date;
}

connectionTypes(IdentityReading, 'readings of identities');
