import { ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { ClaimListArgs } from '../claims/claim.filter.ts';
import { claimRows } from '../claims/claim-index.rows.ts';
import { connectionTypes } from '../compiler/connection-types.ts';
import { Connection, List, Listing } from '../compiler/declare.ts';
import { and, column, raw, sql } from '../compiler/sql.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { Name } from '../records/name.entity.ts';
import { namedListing } from '../records/named-listing.ts';
import { mayHoldOn } from '../records/period.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import { matchesWithdrawn } from '../records/withdrawn-filter.ts';
import { Enum, Flag, Many, Table, Text } from '../values/columns.ts';
import { FactionKind } from './faction.enums.ts';
import { FactionFilter, RelationArgs } from './faction.filter.ts';
import { FactionRelation } from './faction-relation.entity.ts';

@ObjectType({
  implements: LedgerRecord,
  description:
    'A party to the conflict. The size of a faction is not a field: claims about the faction ' +
    'give it as a quantity.',
})
@Table()
@Listing(namedListing(() => FactionFilter))
export class Faction extends LedgerRecord {
  @Enum(() => FactionKind, { description: 'What kind of party the faction is.' })
  kind: FactionKind;

  @Text({ description: 'The name to display: the faction’s first PRIMARY name.' })
  name: string;

  @Many(() => Name, 'ofFaction', {
    description: 'All names of the faction. The displayed name comes first.',
  })
  names: Relation<Name[]>;

  @Flag({
    default: false,
    description:
      'Whether the faction is known only as a group of unnamed members, such as "allied militias".',
  })
  collective: boolean;

  @List({
    description:
      'Claimed relations to and from other factions, each with the claims that assert it.' +
      ' Sorted by id.',
    of: () => FactionRelation,
    args: () => RelationArgs,
    rows: (faction, row, { at, kinds, withdrawn }, ctx) => ({
      from: sql`faction_relation ${row}`,
      where: and([
        sql`(${row}.from_id = ${column(faction, 'id')} or ${row}.to_id = ${column(faction, 'id')})`,
        matchesWithdrawn(row, withdrawn),
        kinds == null ? raw('true') : sql`${row}.kind = any(${kinds}::text[])`,
        at == null
          ? raw('true')
          : mayHoldOn(at, sql`${row}.during_earliest`, sql`${row}.during_latest`, ctx.at('at')),
      ]),
    }),
    order: (row) => sql`${row}.id`,
  })
  relations: Relation<FactionRelation[]>;

  @Connection({
    description:
      'The claims that name the faction as a party, in any role.' +
      ' The latest `occurred` first by default.',
    of: () => Claim,
    args: () => ClaimListArgs,
    rows: (faction, claim, { filter }, ctx) =>
      claimRows('faction', { key: column(faction, 'id'), claim, filter, ctx }),
  })
  claims: Relation<Claim[]>;

  @Many(() => ExternalId, 'faction', {
    description:
      'The faction’s external ids, for example in the system `ucdp-actor`.' +
      ' Sorted by system and value.',
  })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Faction, 'factions');
