import { closedList } from '../values/enums.ts';

export const ClaimKind = closedList(
  'ClaimKind',
  'What a claim is about. Brackets name the matching ACLED sub-event types and UCDP types.',
  {
    CLASH: 'Fighting between armed parties (ACLED: Armed clash).',
    SHELLING: 'Artillery, mortar or rocket fire (ACLED: Shelling/artillery/missile attack).',
    AIRSTRIKE: 'An attack from the air (ACLED: Air/drone strike).',
    BOMBING:
      'A bomb, mine or suicide attack (ACLED: Remote explosive/landmine/IED, Suicide bomb, ' +
      'Grenade).',
    CASUALTIES:
      'People are killed or injured, and the means is not what the claim is about (UCDP: types ' +
      'of violence 1 and 2).',
    VIOLENCE_AGAINST_CIVILIANS:
      'An attack on civilians (ACLED: Attack, Sexual violence; UCDP: type of violence 3).',
    ABDUCTION: 'An abduction or enforced disappearance (ACLED: Abduction/forced disappearance).',
    DETENTION: 'An arrest or detention (ACLED: Arrests).',
    CHEMICAL_ATTACK: 'The use of chemical weapons (ACLED: Chemical weapon).',
    SIEGE: 'A place is surrounded or cut off.',
    ADVANCE:
      'A party gains ground, enters a place or approaches it (ACLED: Government regains ' +
      'territory, Non-state actor overtakes territory).',
    WITHDRAWAL: 'A party gives up ground or leaves (ACLED: Non-violent transfer of territory).',
    TERRITORIAL_CONTROL: 'A party holds a place (ACLED: Headquarters or base established).',
    MOBILISATION: 'Fighters are called up or assembled.',
    DEPLOYMENT: 'Forces are moved or stationed.',
    DISPLACEMENT: 'People flee or are driven out.',
    RETURN: 'Displaced people come back.',
    LOOTING: 'Goods are stolen or carried off (ACLED: Looting/property destruction).',
    DESTRUCTION: 'Buildings or goods are destroyed (ACLED: Looting/property destruction).',
    HUMANITARIAN_SITUATION: 'How people live: food, water, shelter, fear, aid.',
    NEGOTIATION: 'Parties hold talks with each other.',
    AGREEMENT: 'Parties agree on a truce, surrender or reconciliation (ACLED: Agreement).',
    RELATION: 'A relation between parties, such as alliance, support or membership.',
    PROTEST: 'A demonstration (ACLED: Peaceful protest, Protest with intervention).',
    RIOT: 'A violent demonstration or mob violence (ACLED: Violent demonstration, Mob violence).',
    OTHER: 'Anything that no other claim kind covers.',
  },
);
export type ClaimKind = keyof typeof ClaimKind;

export const Modality = closedList(
  'Modality',
  'How the speaker puts a claim: as a fact, an estimate, a fear …',
  {
    ASSERTED: 'The speaker states the claim as a fact.',
    ESTIMATED: 'The speaker gives the claim as an estimate.',
    ALLEGED: 'The speaker passes on what others allege.',
    DENIED: 'The speaker denies the statement.',
    FEARED:
      'Somebody fears that what the claim describes will happen. Nobody says that it has happened.',
    PREDICTED: 'The speaker predicts that what the claim describes will happen.',
  },
);
export type Modality = keyof typeof Modality;

/** What is said to have happened; fears, forecasts and denials of it are something else. */
export const occurrenceModalities: Modality[] = [
  Modality.ASSERTED,
  Modality.ESTIMATED,
  Modality.ALLEGED,
];

const isOccurrenceOr = (listed: readonly unknown[]) => (modality: Modality) =>
  occurrenceModalities.includes(modality) || listed.includes(modality);

/** The modalities of claims about kinds of events: fears and the like only if they are listed. */
export const modalitiesWith = (listed: readonly unknown[]): Modality[] =>
  Object.values(Modality).filter(isOccurrenceOr(listed));

/** The modalities that {@link modalitiesWith} does not have. */
export const modalitiesWithout = (listed: readonly unknown[]): Modality[] =>
  Object.values(Modality).filter((modality) => !isOccurrenceOr(listed)(modality));

export const PassagePart = closedList(
  'PassagePart',
  'The part of a report that contains a passage.',
  {
    TITLE: 'The passage is in the report’s title.',
    BODY: 'The passage is in the report’s body.',
  },
);
export type PassagePart = keyof typeof PassagePart;

export const Capacity = closedList(
  'Capacity',
  'The capacity in which a source makes or passes on a claim.',
  {
    WITNESS: 'The source saw or heard what the claim describes.',
    PARTICIPANT: 'The source took part in what the claim describes.',
    OFFICIAL: 'The source speaks for an authority or organisation.',
    ANALYST: 'The source concluded the claim from evidence.',
    HEARSAY: 'The source heard the claim from others who are not named.',
    RELAY: 'The source, such as an outlet or agency, passes on what another source said.',
    UNSTATED: 'The report does not state the capacity.',
  },
);
export type Capacity = keyof typeof Capacity;

export const PlaceRole = closedList('PlaceRole', 'The role of a place in a claim.', {
  AT: 'Where what the claim describes happened or held.',
  FROM: 'Where a movement started.',
  TO: 'Where a movement ended.',
  TOWARDS: 'The direction of a movement, which need not end there.',
  ALONG: 'The road or line along which what the claim describes happened.',
});
export type PlaceRole = keyof typeof PlaceRole;

export const PartyRole = closedList('PartyRole', 'The role of a faction in a claim.', {
  ACTOR: 'The faction that carried out the act.',
  TARGET: 'The faction at which the act was directed.',
  PARTICIPANT: 'A faction that took part. The claim does not say who did what to whom.',
  CONTROLLER: 'The faction that holds the place.',
  LOSER: 'The faction that lost the place.',
  BENEFICIARY: 'A faction that the act helped.',
});
export type PartyRole = keyof typeof PartyRole;

export const Measure = closedList('Measure', 'What a figure counts.', {
  PEOPLE_KILLED: 'People who were killed.',
  PEOPLE_INJURED: 'People who were injured.',
  PEOPLE_DISPLACED: 'People who fled or were driven out.',
  PEOPLE_RETURNED: 'People who returned after displacement.',
  PEOPLE_DETAINED: 'People who were arrested or detained.',
  PEOPLE_MISSING: 'People whose whereabouts are unknown.',
  HOUSEHOLDS_DISPLACED: 'Households that fled or were driven out.',
  FACTIONS: 'Parties to the conflict, however the source counts them.',
  FIGHTERS: 'People who fight for a party.',
  STRIKES: 'Air strikes, shellings or raids.',
  BUILDINGS_DAMAGED: 'Buildings that were damaged or destroyed.',
  OTHER: 'Anything else. `asWritten` says what the figure counts.',
});
export type Measure = keyof typeof Measure;

export const Comparator = closedList(
  'Comparator',
  'Whether a figure is exact, approximate or bounded. Derived from `min`, `best`, `max` and ' +
    '`approximate`.',
  {
    EXACTLY: 'An exact number: `min` equals `max`.',
    ABOUT:
      'An approximate number: `min` equals `max` and `approximate` is true, or only `best` is set.',
    AT_LEAST: 'Open above: `min` is set and `max` is null.',
    AT_MOST: 'Open below: `max` is set and `min` is null.',
    BETWEEN: 'Bounded on both sides, from `min` to `max`.',
  },
);

export const PersonCategory = closedList(
  'PersonCategory',
  'The category of people that a figure counts.',
  {
    ANY: 'People of any category.',
    CIVILIANS: 'People who take no part in the fighting.',
    COMBATANTS: 'People who take part in the fighting.',
    CHILDREN: 'People under 18 years of age.',
    WOMEN: 'Women aged 18 or older.',
    UNKNOWN_STATUS: 'People who may or may not have taken part in the fighting.',
  },
);
export type PersonCategory = keyof typeof PersonCategory;

export const Credibility = closedList(
  'Credibility',
  'How credible a claim is: Admiralty code 1–6, NATO STANAG 2511. Credibility is never merged ' +
    'with the reliability of the source.',
  {
    ONE: 'Grade 1: confirmed by other sources.',
    TWO: 'Grade 2: probably true, not confirmed.',
    THREE: 'Grade 3: possibly true, not confirmed.',
    FOUR: 'Grade 4: doubtful, not confirmed.',
    FIVE: 'Grade 5: improbable. Other information contradicts the claim.',
    SIX: 'Grade 6: truth cannot be judged, or has not been judged yet.',
  },
);
export type Credibility = keyof typeof Credibility;

export const ClaimStatus = closedList('ClaimStatus', 'The result of verifying a claim.', {
  UNVERIFIED: 'Nobody has verified the claim yet.',
  VERIFIED: 'The claim was checked against evidence and found to be true.',
  DISPUTED: 'There is good evidence for and against the claim.',
  REFUTED: 'The claim was shown to be false.',
  RETRACTED: 'The source took the claim back.',
});
export type ClaimStatus = keyof typeof ClaimStatus;

/** Claims that were shown to be false, or taken back, are left out of totals. */
export const statusesOutsideTotals: ClaimStatus[] = [ClaimStatus.REFUTED, ClaimStatus.RETRACTED];
export const statusesInTotals: ClaimStatus[] = Object.values(ClaimStatus).filter(
  (status) => !statusesOutsideTotals.includes(status),
);

export const ClaimLinkKind = closedList(
  'ClaimLinkKind',
  'How one claim relates to another. Read each kind from `from` to `to`.',
  {
    CORROBORATES: 'The claim in `from` supports the claim in `to`.',
    CONTRADICTS: 'The two claims cannot both be true.',
    REFINES: 'The claim in `from` says the same as the claim in `to`, but more precisely.',
    REPEATS:
      'The claim in `from` repeats the claim in `to`. Both have the same origin, so totals count ' +
      'them once.',
    SUPERSEDES:
      'The claim in `from` replaces the claim in `to`, as a later figure or a correction.',
    SAME_EVENT: 'The two claims describe the same event, so totals count them once.',
    FOLLOWS:
      'What the claim in `from` describes came after what the claim in `to` describes. This ' +
      'states no cause.',
    CAUSED_BY:
      'A source says that what the claim in `to` describes caused what the claim in `from` ' +
      'describes.',
  },
);
export type ClaimLinkKind = keyof typeof ClaimLinkKind;

export const Judgement = closedList('Judgement', 'An analyst’s answer to a yes-or-no question.', {
  UNKNOWN: 'The question has not been judged.',
  NO: 'The answer is no.',
  POSSIBLE: 'The answer may be yes.',
  YES: 'The answer is yes.',
});
export type Judgement = keyof typeof Judgement;

export const ClaimOrderField = closedList('ClaimOrderField', 'What claims can be sorted by.', {
  OCCURRED:
    'The latest day on which what the claim describes may have happened or, if unknown, the ' +
    'earliest. Undated claims come last in either direction.',
  PUBLISHED:
    'The latest day on which the report may have been published or, if unknown, the earliest. ' +
    'Claims in undated reports come last in either direction.',
  RECORDED: 'When the claim was recorded in this ledger.',
  CITATIONS: 'The number of citations that the claim’s own report gives for it.',
});
