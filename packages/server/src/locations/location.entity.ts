import { Field, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { connectionTypes } from '../compiler/connection-types.ts';
import { Connection, Derived, List, Listing } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { Name } from '../records/name.entity.ts';
import { namedListing } from '../records/named-listing.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import { Embed, Enum, Json, Many, One, Rules, Table, Text } from '../values/columns.ts';
import { GeoPrecision } from '../values/enums.ts';
import { GeoJson } from '../values/geojson.ts';
import { Point } from '../values/point.ts';
import { LocationKind } from './location.enums.ts';
import { LocationClaimArgs, LocationFilter, LocationListArgs } from './location.filter.ts';
import { claimsAt, labelOf } from './within.ts';

@ObjectType({
  implements: LedgerRecord,
  description:
    'A place, from a country down to one known only by description. Two places may share a name for ever.',
})
@Table()
@Rules((column) => ['self', `${column('parentId')} is distinct from ${column('id')}`])
@Listing(namedListing(() => LocationFilter))
export class Location extends LedgerRecord {
  @Enum(() => LocationKind, { description: 'What sort of place it is.' })
  kind: LocationKind;

  @Text({ description: 'The name to show: its first PRIMARY name.' })
  name: string;

  @Many(() => Name, 'ofLocation', { description: 'All its names, the one to show first.' })
  names: Relation<Name[]>;

  @Field(() => String, {
    description: 'Name, subdistrict, governorate: tells homonyms apart. "Zayzun, Mzeireb, Daraa".',
  })
  @Derived(labelOf)
  label: string;

  @One(() => Location, {
    nullable: true,
    description: 'The next larger unit that it lies in. Null: none, or not known.',
  })
  parent: Relation<Location> | null;
  parentId: string | null;

  @List({
    description: 'Other areas, mostly informal ones, that wholly contain it.',
    of: () => Location,
    rows: (location, area) => ({
      from: sql`location_also_in also join location ${area} on ${area}.id = also.area_id`,
      where: sql`also.location_id = ${column(location, 'id')}`,
    }),
    order: () => sql`also.position`,
  })
  alsoIn: Relation<Location[]>;

  @List({
    description:
      'Areas that share ground with it, neither containing the other: informal regions cross borders.',
    of: () => Location,
    rows: (location, area) => ({
      from: sql`location_overlap o join location ${area} on ${area}.id = case when o.low_id = ${column(location, 'id')} then o.high_id else o.low_id end`,
      where: sql`(o.low_id = ${column(location, 'id')} or o.high_id = ${column(location, 'id')})`,
    }),
    order: (area) => sql`${area}.name collate "C", ${area}.id`,
  })
  overlaps: Relation<Location[]>;

  @List({
    description: 'All places that contain it, by `parent` or `alsoIn`, the innermost first.',
    of: () => Location,
    rows: (location, area) => ({
      from: sql`location_within w join location ${area} on ${area}.id = w.ancestor_id`,
      where: sql`w.location_id = ${column(location, 'id')} and w.depth > 0`,
    }),
    order: (area) => sql`w.depth, ${area}.name collate "C", ${area}.id`,
  })
  ancestors: Relation<Location[]>;

  @Field(() => Boolean, { description: 'Whether a place that contains it has been withdrawn.' })
  @Derived(
    (place) =>
      sql`exists (select from location_within w join location a on a.id = w.ancestor_id where w.location_id = ${column(place, 'id')} and w.depth > 0 and a.withdrawn_at is not null)`,
  )
  restsOnWithdrawn: boolean;

  @Connection({
    description: 'The places whose `parent` it is.',
    of: () => Location,
    args: () => LocationListArgs,
    rows: (location, child) => ({
      from: sql`location ${child}`,
      where: sql`${child}.parent_id = ${column(location, 'id')}`,
    }),
  })
  children: Relation<Location[]>;

  @Embed(() => Point, { nullable: true, description: 'A point in or near it. Null: not known.' })
  point: Point | null;

  @Enum(() => GeoPrecision, {
    nullable: true,
    description: 'How exact `point` is. Null: not noted.',
  })
  geoPrecision: GeoPrecision | null;

  @Json({
    type: () => GeoJson,
    nullable: true,
    description: 'Its outline or line. Null: we hold none.',
  })
  geometry: object | null;

  @Connection({
    description: 'Claims that name it as a place; with `scope: WITHIN`, or any place inside it.',
    of: () => Claim,
    args: () => LocationClaimArgs,
    rows: claimsAt,
  })
  claims: Relation<Claim[]>;

  @Many(() => ExternalId, 'location', { description: 'Its ids in other systems.' })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Location, 'places');
