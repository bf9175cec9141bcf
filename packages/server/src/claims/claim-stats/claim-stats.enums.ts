import { closedList } from '../../values/enums.ts';

export const ClaimDimension = closedList(
  'ClaimDimension',
  'What claims can be counted by. A claim with several values for a dimension is counted once, ' +
    'in the bucket whose key is null. `ClaimBucket.nulls` says why keys are null.',
  {
    DAY:
      'The day on which what the claim describes certainly happened. Null: several days, ' +
      'open-ended or undated.',
    WEEK:
      'The ISO 8601 week, Monday to Sunday, in which what the claim describes certainly ' +
      'happened. Null: several weeks, open-ended or undated.',
    MONTH:
      'The calendar month in which what the claim describes certainly happened. Null: several ' +
      'months, open-ended or undated.',
    YEAR:
      'The calendar year in which what the claim describes certainly happened. Null: several ' +
      'years, open-ended or undated.',
    DATE_WIDTH:
      'The number of days from the earliest to the latest possible day. Null: open-ended or ' +
      'undated.',
    KIND:
      'What the claim is about. FEARED, PREDICTED and DENIED claims are left out unless a ' +
      '`modality` outside `not` lists them: a feared air strike is not an air strike.',
    STATUS:
      'The verification status of the claim. REFUTED and RETRACTED claims are left out unless ' +
      '`status` lists them.',
    LOCATION:
      'The location that the claim names, not the areas around it. Null: the claim names none or ' +
      'several.',
    ADMIN1:
      'The governorate that contains every place of the claim, or is its place. Null: the claim ' +
      'names no place, places in several, or a place in none, such as a country.',
    ADMIN2:
      'The district that contains every place of the claim, or is its place. Null: the claim ' +
      'names no place, places in several, or a place in none, such as a governorate.',
    FACTION: 'The faction that the claim names. Null: the claim names none or several.',
    SOURCE: 'The first speaker, from whom the claim originates. Null: several first speakers.',
    OUTLET: 'The publisher of the report in which the claim was read. Null: unknown.',
    VICTIM:
      'The category of the people whom the claim counts as killed, by its parts if the figure is ' +
      'split. Figures of zero do not count. Null: none is stated, or several.',
    VICTIM_FACTION:
      'The faction of the people whom the claim counts as killed, by its parts if the figure is ' +
      'split. Figures of zero do not count. Null: none is stated, or several.',
    CITATIONS: 'The number of citations that the claim’s own report gives for it.',
  },
);
export type ClaimDimension = keyof typeof ClaimDimension;

/** Why a claim, or an event, has no key in a dimension. The values of `ClaimBucketNull`. */
export type NullReason = 'UNKNOWN' | 'SEVERAL' | 'OUTSIDE';

export const CountOnce = closedList('CountOnce', 'What counts as one in statistics.', {
  SAME_EVENT:
    'Each event counts once. An event is a claim with all claims linked to it by SAME_EVENT or ' +
    'REPEATS, directly or through others. Its figures span those of its claims. If the claims ' +
    'differ in a dimension, the event is in the bucket whose key is null.',
  CLAIM: 'Each claim counts once, even if it is linked to other claims as one event.',
});
export type CountOnce = keyof typeof CountOnce;
