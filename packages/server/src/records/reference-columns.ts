/** The types of records that a claim refers to. */
export const referredTypes = ['report', 'source', 'faction', 'location'] as const;

export type ReferredType = (typeof referredTypes)[number];

/**
 * The columns by which others refer to a record, by its type. Its own lists are left out, such as
 * its names and external ids.
 */
const referenceColumns: Readonly<Record<ReferredType, readonly string[]>> = {
  report: ['claim.report_id', 'citation.report_id', 'speaker.report_id', 'report.reprint_of_id'],
  source: [
    'speaker.source_id',
    'report.publisher_id',
    'report_author.author_id',
    'name.said_by_id',
    'affiliation.source_id',
    'affiliation.to_source_id',
  ],
  faction: [
    'claim_party.faction_id',
    'quantity.of_faction_id',
    'faction_relation.from_id',
    'faction_relation.to_id',
    'affiliation.to_faction_id',
  ],
  location: [
    'claim_place.location_id',
    'location.parent_id',
    'location_also_in.location_id',
    'location_also_in.area_id',
    'location_overlap.low_id',
    'location_overlap.high_id',
    'report.dateline_id',
    'source.based_in_id',
  ],
};

/** SQL: whether anything refers to the record in row `r`. */
export const isReferredTo = (type: ReferredType): string =>
  `(${referenceColumns[type]
    .map((reference) => {
      const [table, column] = reference.split('.');
      return `exists (select from ${table} x where x.${column} = r.id)`;
    })
    .join('\n    or ')})`;
