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
    'A place, from a country down to a place known only by its description. Two locations may ' +
    'permanently share a name.',
})
@Table()
@Rules((column) => ['self', `${column('parentId')} is distinct from ${column('id')}`])
@Listing(namedListing(() => LocationFilter))
export class Location extends LedgerRecord {
  @Enum(() => LocationKind, { description: 'What kind of place the location is.' })
  kind: LocationKind;

  @Text({ description: 'The name to display: the location’s first PRIMARY name.' })
  name: string;

  @Many(() => Name, 'ofLocation', {
    description: 'All names of the location. The displayed name comes first.',
  })
  names: Relation<Name[]>;

  @Field(() => String, {
    description:
      'The name, subdistrict and governorate, which tell locations with the same name apart: ' +
      '"Zayzun, Mzeireb, Daraa".',
  })
  @Derived(labelOf)
  label: string;

  @One(() => Location, {
    nullable: true,
    description:
      'The next larger area that contains the location. Null: there is none, or it is unknown.',
  })
  parent: Relation<Location> | null;
  parentId: string | null;

  @List({
    description:
      'Other areas, mostly informal, that wholly contain the location.' +
      ' In the order of the input.',
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
      'Areas that share ground with the location, such as informal regions that cross borders. ' +
      'Neither contains the other.' +
      ' Sorted by name.',
    of: () => Location,
    rows: (location, area) => ({
      from: sql`location_overlap o join location ${area} on ${area}.id =
        case when o.low_id = ${column(location, 'id')} then o.high_id else o.low_id end`,
      where: sql`(o.low_id = ${column(location, 'id')} or o.high_id = ${column(location, 'id')})`,
    }),
    order: (area) => sql`${area}.name collate "C", ${area}.id`,
  })
  overlaps: Relation<Location[]>;

  @List({
    description:
      'All locations that contain the location, through `parent` or `alsoIn`, innermost first.',
    of: () => Location,
    rows: (location, area) => ({
      from: sql`location_within w join location ${area} on ${area}.id = w.ancestor_id`,
      where: sql`w.location_id = ${column(location, 'id')} and w.depth > 0`,
    }),
    order: (area) => sql`w.depth, ${area}.name collate "C", ${area}.id`,
  })
  ancestors: Relation<Location[]>;

  @Field(() => Boolean, {
    description: 'Whether a location that contains this location is withdrawn.',
  })
  @Derived(
    (place) =>
      sql`exists (select from location_within w join location a on a.id = w.ancestor_id
        where w.location_id = ${column(place, 'id')} and w.depth > 0
          and a.withdrawn_at is not null)`,
  )
  restsOnWithdrawn: boolean;

  @Connection({
    description: 'The locations whose `parent` is this location.' + ' By name by default.',
    of: () => Location,
    args: () => LocationListArgs,
    rows: (location, child) => ({
      from: sql`location ${child}`,
      where: sql`${child}.parent_id = ${column(location, 'id')}`,
    }),
  })
  children: Relation<Location[]>;

  @Embed(() => Point, {
    nullable: true,
    description: 'A point in or near the location, WGS 84. Null: not known.',
  })
  point: Point | null;

  @Enum(() => GeoPrecision, {
    nullable: true,
    description:
      'How precisely `point` locates the place, by UCDP `where_prec`. Null: not recorded.',
  })
  geoPrecision: GeoPrecision | null;

  @Json({
    type: () => GeoJson,
    nullable: true,
    description: 'The outline or line of the location, as GeoJSON (RFC 7946). Null: not available.',
  })
  geometry: object | null;

  @Connection({
    description:
      'The claims that name the location. With `scope: WITHIN`, claims that name a location ' +
      'inside it are included.' +
      ' The latest `occurred` first by default.',
    of: () => Claim,
    args: () => LocationClaimArgs,
    rows: claimsAt,
  })
  claims: Relation<Claim[]>;

  @Many(() => ExternalId, 'location', {
    description:
      'The location’s external ids, for example an OCHA P-code (system `ocha-pcode`).' +
      ' Sorted by system and value.',
  })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Location, 'locations');
