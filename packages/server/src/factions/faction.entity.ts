import { ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { ClaimListArgs } from '../claims/claim.filter.ts';
import { claimIndexRows } from '../claims/claim-index.entity.ts';
import { connectionTypes } from '../compiler/connection-types.ts';
import { Connection, List, Listing } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { Name } from '../records/name.entity.ts';
import { namedListing } from '../records/named-listing.ts';
import { mayHoldOn } from '../records/period.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import { Enum, Flag, Many, Table, Text } from '../values/columns.ts';
import { FactionKind } from './faction.enums.ts';
import { FactionFilter, RelationArgs } from './faction.filter.ts';
import { FactionRelation } from './faction-relation.entity.ts';

@ObjectType({
  implements: LedgerRecord,
  description: 'A party to the conflict. Its size is a claim’s quantity, not a number of its own.',
})
@Table()
@Listing(namedListing(() => FactionFilter))
export class Faction extends LedgerRecord {
  @Enum(() => FactionKind, { description: 'What sort of party it is.' })
  kind: FactionKind;

  @Text({ description: 'The name to show: its first PRIMARY name.' })
  name: string;

  @Many(() => Name, 'ofFaction', { description: 'All its names, the one to show first.' })
  names: Relation<Name[]>;

  @Flag({
    default: false,
    description: 'Known only as a group, its members unnamed: "allied militias".',
  })
  collective: boolean;

  @List({
    description:
      'How it is said to stand to others, from its side or theirs, and which claims say so.',
    of: () => FactionRelation,
    args: () => RelationArgs,
    rows: (faction, row, { at, kinds }, use) => ({
      from: sql`faction_relation ${row}`,
      where: sql`(${row}.from_id = ${column(faction, 'id')} or ${row}.to_id = ${column(faction, 'id')}) and ${row}.withdrawn_at is null${
        kinds == null ? sql`` : sql` and ${row}.kind = any(${kinds}::text[])`
      }${at == null ? sql`` : sql` and ${mayHoldOn(at, sql`${row}.during_earliest`, sql`${row}.during_latest`, use.at('at'))}`}`,
    }),
    order: (row) => sql`${row}.id`,
  })
  relations: Relation<FactionRelation[]>;

  @Connection({
    description: 'Claims that name it as a party, in any role.',
    of: () => Claim,
    args: () => ClaimListArgs,
    rows: (faction, claim) => claimIndexRows('faction', column(faction, 'id'), claim),
  })
  claims: Relation<Claim[]>;

  @Many(() => ExternalId, 'faction', { description: 'Its ids in other systems.' })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Faction, 'factions');
