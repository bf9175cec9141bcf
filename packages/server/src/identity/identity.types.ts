import { Field, ID, ObjectType } from 'type-graphql';
import { ExternalId } from '../records/external-id.entity.ts';
import { NameKind } from '../records/name.entity.ts';
import { Payload } from '../records/payload.ts';
import { Source } from '../sources/source.entity.ts';
import { Language } from '../values/scalars.ts';
import { IdentityGrant } from './identity-grant.entity.ts';

@ObjectType({ description: 'One name of a protected source.' })
export class IdentityName {
  @Field(() => String, { description: 'The name, spelled as it was written.' })
  text: string;

  @Field(() => NameKind, { description: 'What kind of name this is.' })
  kind: NameKind;

  @Field(() => Language, {
    nullable: true,
    description: 'The language of the name, as a BCP 47 tag. Null: not recorded.',
  })
  language: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The script of the name, as an ISO 15924 code. Null: not recorded.',
  })
  script: string | null;
}

@ObjectType({ description: 'An affiliation that was recorded before the source was protected.' })
export class IdentityAffiliation {
  @Field(() => ID, {
    nullable: true,
    description:
      'The faction or source to which the protected source is said to belong. Null: another ' +
      'source is said to belong to it.',
  })
  toId: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The source that is said to belong to the protected one. Null: the protected source ' +
      'belongs to something.',
  })
  ofId: string | null;

  @Field(() => String, { nullable: true, description: 'The role in it. Null: not stated.' })
  role: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When it is said to hold, as EDTF. Null: not stated.',
  })
  during: string | null;

  @Field(() => [ID], { description: 'The ids of the claims that assert it.' })
  claimIds: string[];
}

@ObjectType({ description: 'Who a protected source is.' })
export class Identity {
  @Field(() => [IdentityName], { description: 'Its names. The first PRIMARY one is its own.' })
  names: IdentityName[];

  @Field(() => [String], { description: 'Names that it had in this ledger before.' })
  formerNames: string[];

  @Field(() => String, {
    nullable: true,
    description: 'What it is or does in a few words. Null: not recorded.',
  })
  role: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the location where it is based, `loc_…`. Null: not recorded.',
  })
  basedInId: string | null;

  @Field(() => [ExternalId], {
    description: 'Its ids in other systems, in the order in which they were given.',
  })
  externalIds: ExternalId[];

  @Field(() => [IdentityAffiliation], {
    description: 'Affiliations from before it was protected, sorted by id.',
  })
  affiliations: IdentityAffiliation[];

  @Field(() => String, {
    nullable: true,
    description: 'Notes on who it is, from `identityNotes`. Null: there are none.',
  })
  notes: string | null;

  @Field(() => [ID], { description: 'The ids that it had before it was protected, `src_…`.' })
  formerIds: string[];
}

@ObjectType({ description: 'The result of reading who a protected source is.' })
export class IdentityPayload extends Payload {
  @Field(() => Source, { description: 'The source, as everyone sees it.' })
  source: Source;

  @Field(() => Identity, { description: 'Who the source is, as it was sealed.' })
  identity: Identity;
}

@ObjectType({ description: 'The result of a mutation that writes a grant to read an identity.' })
export class IdentityGrantPayload extends Payload {
  @Field(() => IdentityGrant, { description: 'The grant after the write.' })
  grant: IdentityGrant;
}
