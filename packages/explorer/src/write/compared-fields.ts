/** The parts of a claim that are compared and corrected one by one. */
export const claimFields = [
  'statement',
  'kind',
  'modality',
  'isAggregate',
  'quote',
  'chains',
  'when',
  'places',
  'parties',
  'figures',
  'citations',
  'affiliations',
] as const;
export type ClaimField = (typeof claimFields)[number];
