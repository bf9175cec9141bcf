import { Summary } from '../../compiler/declare.ts';
import { column } from '../../compiler/sql.ts';
import { Faction } from '../../factions/faction.entity.ts';
import { Location } from '../../locations/location.entity.ts';
import { Source } from '../../sources/source.entity.ts';
import type { ClaimIndexKey } from '../claim-index.columns.ts';
import { ClaimStats, ClaimStatsArgs } from './claim-stats.types.ts';
import { statsTables } from './stats-tables.ts';

/*
 * `claimStats` of a location, a faction and a source. The fields are declared here, because buckets
 * have locations, factions and sources: declared in those classes, the imports would be a circle.
 */

const declareStats = (record: Function, by: ClaimIndexKey, description: string): void =>
  Summary({
    description,
    of: () => ClaimStats,
    args: () => ClaimStatsArgs,
    with: (row, args, ctx, selects) =>
      statsTables(args, ctx, selects, { by, key: column(row, 'id') }),
  })(record.prototype, 'claimStats');

declareStats(
  Location,
  'location',
  'Counts the claims at the location and inside it, and adds up their figures.',
);
declareStats(
  Faction,
  'faction',
  'Counts the claims that name the faction in any role, and adds up their figures.',
);
declareStats(
  Source,
  'source',
  'Counts the claims that have the source in an attribution chain, at any position, and adds up ' +
    'their figures.',
);
