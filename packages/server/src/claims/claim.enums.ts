import { closedList } from '../values/enums.ts';

export const ClaimKind = closedList(
  'ClaimKind',
  'What a claim is about. ACLED sub-event types in brackets.',
  {
    CLASH: 'Fighting between armed parties (Armed clash).',
    SHELLING: 'Artillery, mortar or rocket fire (Shelling/artillery/missile attack).',
    AIRSTRIKE: 'An attack from the air (Air/drone strike).',
    BOMBING:
      'A bomb, mine or suicide attack (Remote explosive/landmine/IED, Suicide bomb, Grenade).',
    CASUALTIES: 'People killed or hurt, where how is not the point; UCDP events of type 1 and 2.',
    VIOLENCE_AGAINST_CIVILIANS:
      'Civilians attacked (Attack, Sexual violence); UCDP events of type 3.',
    ABDUCTION: 'People abducted or made to disappear (Abduction/forced disappearance).',
    DETENTION: 'People arrested or held (Arrests).',
    CHEMICAL_ATTACK: 'Use of chemical weapons (Chemical weapon).',
    SIEGE: 'A place cut off.',
    ADVANCE:
      'A party gains ground, enters or draws near (Government regains territory, Non-state actor overtakes territory).',
    WITHDRAWAL: 'A party gives ground or leaves (Non-violent transfer of territory).',
    TERRITORIAL_CONTROL: 'A party holds a place (Headquarters or base established).',
    MOBILISATION: 'Fighters are called up or gathered.',
    DEPLOYMENT: 'Forces are moved or stationed.',
    DISPLACEMENT: 'People flee or are driven out.',
    RETURN: 'People come back.',
    LOOTING: 'Goods are carried off (Looting/property destruction).',
    DESTRUCTION: 'Buildings or goods are destroyed (Looting/property destruction).',
    HUMANITARIAN_SITUATION: 'How people fare: food, water, shelter, fear, aid.',
    NEGOTIATION: 'Parties talk.',
    AGREEMENT: 'Parties agree: truce, surrender, reconciliation (Agreement).',
    RELATION: 'How parties stand to each other: alliance, backing, membership.',
    PROTEST: 'A demonstration (Peaceful protest, Protest with intervention).',
    RIOT: 'A violent demonstration or mob (Violent demonstration, Mob violence).',
    OTHER: 'None of these.',
  },
);
export type ClaimKind = keyof typeof ClaimKind;

export const Modality = closedList('Modality', 'How the speaker puts it.', {
  ASSERTED: 'It is so.',
  ESTIMATED: 'It is about so, by the speaker’s estimate.',
  ALLEGED: 'It is said to be so; the speaker passes it on.',
  DENIED: 'It is not so: the speaker denies the statement.',
  FEARED: 'Somebody fears that it will be so. It did not happen for that.',
  PREDICTED: 'It will be so.',
});
export type Modality = keyof typeof Modality;

/** What is said to have happened; fears, forecasts and denials of it are something else. */
export const occurrenceModalities = [Modality.ASSERTED, Modality.ESTIMATED, Modality.ALLEGED];

export const PassagePart = closedList(
  'PassagePart',
  'The part of a report that a passage stands in.',
  {
    TITLE: 'The title.',
    BODY: 'The body.',
  },
);
export type PassagePart = keyof typeof PassagePart;

export const Capacity = closedList('Capacity', 'In what capacity a speaker knows.', {
  WITNESS: 'Saw or heard it.',
  PARTICIPANT: 'Took part in it.',
  OFFICIAL: 'Speaks for a body.',
  ANALYST: 'Concluded it.',
  HEARSAY: 'Heard others say so.',
  RELAY: 'Passes on what another said: an outlet, an agency.',
  UNSTATED: 'Not stated.',
});
export type Capacity = keyof typeof Capacity;

export const PlaceRole = closedList('PlaceRole', 'What a place is to a claim.', {
  AT: 'There.',
  FROM: 'Away from there.',
  TO: 'Into there.',
  TOWARDS: 'In that direction.',
  ALONG: 'Along it.',
});
export type PlaceRole = keyof typeof PlaceRole;

export const PartyRole = closedList('PartyRole', 'What a faction is to a claim.', {
  ACTOR: 'It did it.',
  TARGET: 'It was done to it.',
  PARTICIPANT: 'It took part; who did what to whom is not said.',
  CONTROLLER: 'It holds the place.',
  LOSER: 'It lost the place.',
  BENEFICIARY: 'It was helped by it.',
});
export type PartyRole = keyof typeof PartyRole;

export const Measure = closedList('Measure', 'What a figure counts.', {
  PEOPLE_KILLED: 'People who were killed.',
  PEOPLE_INJURED: 'People hurt.',
  PEOPLE_DISPLACED: 'People who fled or were driven out.',
  PEOPLE_RETURNED: 'People who came back.',
  PEOPLE_DETAINED: 'People held.',
  PEOPLE_MISSING: 'People of whom nobody knows where they are.',
  HOUSEHOLDS_DISPLACED: 'Households that fled or were driven out.',
  FACTIONS: 'Parties to the conflict, as the source counts them.',
  FIGHTERS: 'People under arms.',
  STRIKES: 'Strikes, shells or raids.',
  BUILDINGS_DAMAGED: 'Buildings damaged or destroyed.',
  OTHER: 'Something else: see `asWritten`.',
});
export type Measure = keyof typeof Measure;

export const Comparator = closedList(
  'Comparator',
  'How a figure bounds what it counts; derived from min, best, max and approximate.',
  {
    EXACTLY: 'min = max.',
    ABOUT: 'min = max and approximate, or only a best estimate.',
    AT_LEAST: 'Open above: there is no max.',
    AT_MOST: 'Open below: there is no min.',
    BETWEEN: 'From min to max.',
  },
);

export const PersonCategory = closedList('PersonCategory', 'Whom a figure counts.', {
  ANY: 'Anyone.',
  CIVILIANS: 'People who take no part in the fighting.',
  COMBATANTS: 'People who take part in the fighting.',
  CHILDREN: 'People under 18.',
  WOMEN: 'Women, grown up.',
  UNKNOWN_STATUS: 'People of whom it is not known whether they fought.',
});
export type PersonCategory = keyof typeof PersonCategory;

export const Credibility = closedList(
  'Credibility',
  'How credible a claim is: Admiralty code, NATO STANAG 2511. Apart from its source’s reliability and never fused with it.',
  {
    ONE: '1: confirmed by other sources.',
    TWO: '2: probably true.',
    THREE: '3: possibly true.',
    FOUR: '4: doubtful.',
    FIVE: '5: improbable.',
    SIX: '6: cannot be judged; nobody has judged it.',
  },
);
export type Credibility = keyof typeof Credibility;

export const ClaimStatus = closedList('ClaimStatus', 'Where the verification of a claim stands.', {
  UNVERIFIED: 'Nobody has verified it.',
  VERIFIED: 'Checked against evidence and held to be so.',
  DISPUTED: 'There are good grounds for and against.',
  REFUTED: 'Shown not to be so.',
  RETRACTED: 'Its source took it back.',
});
export type ClaimStatus = keyof typeof ClaimStatus;

export const ClaimLinkKind = closedList(
  'ClaimLinkKind',
  'How one claim stands to another: read it from `from` to `to`.',
  {
    CORROBORATES: '`from` supports `to`.',
    CONTRADICTS: 'They cannot both be so.',
    REFINES: '`from` says the same as `to`, more exactly.',
    REPEATS: '`from` repeats `to`: one origin.',
    SUPERSEDES: '`from` replaces `to`: a later figure, a correction.',
    SAME_EVENT: 'They are about one event; totals count it once.',
    FOLLOWS: '`from` came after `to` in time. No cause is said.',
    CAUSED_BY: '`from` was caused by `to`, a source says so.',
  },
);
export type ClaimLinkKind = keyof typeof ClaimLinkKind;

export const Judgement = closedList('Judgement', 'What an analyst makes of a question.', {
  UNKNOWN: 'Not judged.',
  NO: 'It is not so.',
  POSSIBLE: 'It may be.',
  YES: 'It is so.',
});
export type Judgement = keyof typeof Judgement;

export const ClaimOrderField = closedList('ClaimOrderField', 'What claims can be sorted by.', {
  OCCURRED:
    'When it is said to have happened: the latest bound, else the earliest. Undated claims come last, both ways.',
  PUBLISHED: 'When its report was published: the latest bound, else the earliest.',
  RECORDED: 'When it was written down here.',
});
