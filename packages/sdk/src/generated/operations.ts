/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
// Written by `npm run codegen` from the schema and src/operations; never edited.
import type { GeoJSON } from '../geojson.ts';
import type { Operation } from '../operation.ts';
/** That a source is said to belong to a party or another source, and which claims say so. */
export type AffiliationInput = {
  /** The claims that say so, at least one. */
  claimIds: Array<string>;
  /** When. */
  during?: FuzzyIntervalInput | null | undefined;
  /** As what: "spokesman". */
  role?: string | null | undefined;
  /** The source that is said to belong. */
  sourceId: string;
  /** The faction or source that it is said to belong to. */
  toId: string;
};

/** A judgement of a claim. */
export type AssessmentInput = {
  /** The credibility given, Admiralty 1–6. */
  credibility: Credibility;
  /** Why. Up to 2,000 characters. */
  rationale: string;
  /** Where verification stands now. */
  status: ClaimStatus;
};

/** One way in which the claim reached us. */
export type AttributionInput = {
  /** From the first speaker to the one we heard it from: 1 to 20. */
  chain: Array<SpeakerInput>;
};

/** How we come to a value. */
export const Basis = {
  /** The analyst concluded it from the report and its circumstances. */
  INFERRED: 'INFERRED',
  /** The report says so. */
  STATED: 'STATED'
} as const;

export type Basis = typeof Basis[keyof typeof Basis];
/** What `body` is. Only VERBATIM and TRANSLATION may be quoted as the document’s words. */
export const BodyKind = {
  /** Parts of it. */
  EXCERPT: 'EXCERPT',
  /** An analyst’s retelling: no quotation. */
  PARAPHRASE: 'PARAPHRASE',
  /** A translation of it. */
  TRANSLATION: 'TRANSLATION',
  /** The document’s own text. */
  VERBATIM: 'VERBATIM'
} as const;

export type BodyKind = typeof BodyKind[keyof typeof BodyKind];
/** In what capacity a speaker knows. */
export const Capacity = {
  /** Concluded it. */
  ANALYST: 'ANALYST',
  /** Heard others say so. */
  HEARSAY: 'HEARSAY',
  /** Speaks for a body. */
  OFFICIAL: 'OFFICIAL',
  /** Took part in it. */
  PARTICIPANT: 'PARTICIPANT',
  /** Passes on what another said: an outlet, an agency. */
  RELAY: 'RELAY',
  /** Not stated. */
  UNSTATED: 'UNSTATED',
  /** Saw or heard it. */
  WITNESS: 'WITNESS'
} as const;

export type Capacity = typeof Capacity[keyof typeof Capacity];
/** What a write did to a record. */
export const ChangeKind = {
  /** It was written down. */
  CREATED: 'CREATED',
  /** It, or something that belongs to it, was changed. */
  UPDATED: 'UPDATED',
  /** It was taken out of lists and counts. */
  WITHDRAWN: 'WITHDRAWN'
} as const;

export type ChangeKind = typeof ChangeKind[keyof typeof ChangeKind];
/** A report that the claim’s own report cites for it. */
export type CitationInput = {
  /** Where in it: a page, a row, a time. */
  locator?: string | null | undefined;
  /** What is cited. */
  reportId: string;
};

/** What claims are counted by. What lies in several buckets of one goes where its key is null. */
export const ClaimDimension = {
  /** The faction that it names. Null: it names none, or several. */
  FACTION: 'FACTION',
  /** What it is about. What is FEARED, PREDICTED or DENIED is then not counted, unless `modality` asks for it: a feared air strike is none. */
  KIND: 'KIND',
  /** The place that it names, as it names it. Null: it names none, or several. */
  LOCATION: 'LOCATION',
  /** The month in which it surely happened. Null: it spans several, or is open or not dated. */
  MONTH: 'MONTH',
  /** Its first speaker. Null: several were heard side by side. */
  SOURCE: 'SOURCE',
  /** Where its verification stands. */
  STATUS: 'STATUS'
} as const;

export type ClaimDimension = typeof ClaimDimension[keyof typeof ClaimDimension];
/** Which claims. All keys must hold; a key that is null or left out asks nothing. With `kind` and without `modality`, only what is said to have happened is found: a feared air strike is no air strike. */
export type ClaimFilter = {
  /** A total over incidents not separated, or not. */
  aggregate?: boolean | null | undefined;
  /** All of these. */
  and?: Array<ClaimFilter> | null | undefined;
  /** With this id in another system, such as a UCDP event. */
  externalId?: ExternalIdInput | null | undefined;
  /** One of these claims. */
  id?: Array<string> | null | undefined;
  /** Of one of these kinds. FEARED, PREDICTED and DENIED ones only if `modality` asks for them. */
  kind?: Array<ClaimKind> | null | undefined;
  /** That is linked so to another claim. */
  link?: LinkFilter | null | undefined;
  /** Put in one of these ways. */
  modality?: Array<Modality> | null | undefined;
  /** Not this. */
  not?: ClaimFilter | null | undefined;
  /** When it is said to have happened. */
  occurred?: PeriodFilter | null | undefined;
  /** At least one of these. */
  or?: Array<ClaimFilter> | null | undefined;
  /** Which factions it names. */
  party?: PartyFilter | null | undefined;
  /** Where. */
  place?: PlaceFilter | null | undefined;
  /** That gives a figure such as this. */
  quantity?: QuantityFilter | null | undefined;
  /** Whose report is one of these. */
  report?: ReportFilter | null | undefined;
  /** When the world could know: the earliest publication among its report and citations. */
  reported?: PeriodFilter | null | undefined;
  /** Whether its report, one it cites, or a source, place or faction that it names has been withdrawn. */
  restsOnWithdrawn?: boolean | null | undefined;
  /** Who says so, anywhere in a chain. */
  speaker?: SpeakerFilter | null | undefined;
  /** Whose verification stands so. */
  status?: Array<ClaimStatus> | null | undefined;
  /** With this text in its statement or passage, case left aside. */
  text?: string | null | undefined;
};

/** What a claim is about. ACLED sub-event types in brackets. */
export const ClaimKind = {
  /** People abducted or made to disappear (Abduction/forced disappearance). */
  ABDUCTION: 'ABDUCTION',
  /** A party gains ground, enters or draws near (Government regains territory, Non-state actor overtakes territory). */
  ADVANCE: 'ADVANCE',
  /** Parties agree: truce, surrender, reconciliation (Agreement). */
  AGREEMENT: 'AGREEMENT',
  /** An attack from the air (Air/drone strike). */
  AIRSTRIKE: 'AIRSTRIKE',
  /** A bomb, mine or suicide attack (Remote explosive/landmine/IED, Suicide bomb, Grenade). */
  BOMBING: 'BOMBING',
  /** People killed or hurt, where how is not the point; UCDP events of type 1 and 2. */
  CASUALTIES: 'CASUALTIES',
  /** Use of chemical weapons (Chemical weapon). */
  CHEMICAL_ATTACK: 'CHEMICAL_ATTACK',
  /** Fighting between armed parties (Armed clash). */
  CLASH: 'CLASH',
  /** Forces are moved or stationed. */
  DEPLOYMENT: 'DEPLOYMENT',
  /** Buildings or goods are destroyed (Looting/property destruction). */
  DESTRUCTION: 'DESTRUCTION',
  /** People arrested or held (Arrests). */
  DETENTION: 'DETENTION',
  /** People flee or are driven out. */
  DISPLACEMENT: 'DISPLACEMENT',
  /** How people fare: food, water, shelter, fear, aid. */
  HUMANITARIAN_SITUATION: 'HUMANITARIAN_SITUATION',
  /** Goods are carried off (Looting/property destruction). */
  LOOTING: 'LOOTING',
  /** Fighters are called up or gathered. */
  MOBILISATION: 'MOBILISATION',
  /** Parties talk. */
  NEGOTIATION: 'NEGOTIATION',
  /** None of these. */
  OTHER: 'OTHER',
  /** A demonstration (Peaceful protest, Protest with intervention). */
  PROTEST: 'PROTEST',
  /** How parties stand to each other: alliance, backing, membership. */
  RELATION: 'RELATION',
  /** People come back. */
  RETURN: 'RETURN',
  /** A violent demonstration or mob (Violent demonstration, Mob violence). */
  RIOT: 'RIOT',
  /** Artillery, mortar or rocket fire (Shelling/artillery/missile attack). */
  SHELLING: 'SHELLING',
  /** A place cut off. */
  SIEGE: 'SIEGE',
  /** A party holds a place (Headquarters or base established). */
  TERRITORIAL_CONTROL: 'TERRITORIAL_CONTROL',
  /** Civilians attacked (Attack, Sexual violence); UCDP events of type 3. */
  VIOLENCE_AGAINST_CIVILIANS: 'VIOLENCE_AGAINST_CIVILIANS',
  /** A party gives ground or leaves (Non-violent transfer of territory). */
  WITHDRAWAL: 'WITHDRAWAL'
} as const;

export type ClaimKind = typeof ClaimKind[keyof typeof ClaimKind];
/** How one claim stands to another. */
export type ClaimLinkInput = {
  /** The claim that the link is read from. */
  fromId: string;
  /** How `from` stands to `to`. CAUSED_BY only when a source says so; FOLLOWS is order in time. */
  kind: ClaimLinkKind;
  /** Why. Up to 2,000 characters. */
  rationale: string;
  /** Whether both may go back to one origin. */
  sharedOrigin?: Judgement;
  /** The claim that it is read to. */
  toId: string;
};

/** How one claim stands to another: read it from `from` to `to`. */
export const ClaimLinkKind = {
  /** `from` was caused by `to`, a source says so. */
  CAUSED_BY: 'CAUSED_BY',
  /** They cannot both be so. */
  CONTRADICTS: 'CONTRADICTS',
  /** `from` supports `to`. */
  CORROBORATES: 'CORROBORATES',
  /** `from` came after `to` in time. No cause is said. */
  FOLLOWS: 'FOLLOWS',
  /** `from` says the same as `to`, more exactly. */
  REFINES: 'REFINES',
  /** `from` repeats `to`: one origin. */
  REPEATS: 'REPEATS',
  /** They are about one event; totals count it once. */
  SAME_EVENT: 'SAME_EVENT',
  /** `from` replaces `to`: a later figure, a correction. */
  SUPERSEDES: 'SUPERSEDES'
} as const;

export type ClaimLinkKind = typeof ClaimLinkKind[keyof typeof ClaimLinkKind];
/** What to sort by, and which end first. What has no value comes last both ways. */
export type ClaimOrder = {
  /** What to sort by. */
  by: ClaimOrderField;
  /** Which end comes first. */
  direction?: Direction;
};

/** What claims can be sorted by. */
export const ClaimOrderField = {
  /** When it is said to have happened: the latest bound, else the earliest. Undated claims come last, both ways. */
  OCCURRED: 'OCCURRED',
  /** When its report was published: the latest bound, else the earliest. */
  PUBLISHED: 'PUBLISHED',
  /** When it was written down here. */
  RECORDED: 'RECORDED'
} as const;

export type ClaimOrderField = typeof ClaimOrderField[keyof typeof ClaimOrderField];
/** A faction that the claim names. */
export type ClaimPartyInput = {
  /** The words it was read from. */
  asWritten?: string | null | undefined;
  /** Stated by the report, or inferred by the analyst. */
  basis?: Basis;
  /** The faction. */
  factionId: string;
  /** Parties with the same number acted as one coalition. */
  group?: number | null | undefined;
  /** What it is to the claim. */
  role: PartyRole;
};

/** A place that the claim names. */
export type ClaimPlaceInput = {
  /** The words it was read from. */
  asWritten?: string | null | undefined;
  /** Stated by the report, or inferred by the analyst. */
  basis?: Basis;
  /** How exactly the claim places it. */
  geoPrecision?: GeoPrecision | null | undefined;
  /** Latitude of the claim’s own point, with `lon`. */
  lat?: number | null | undefined;
  /** The place. */
  locationId: string;
  /** Longitude of the claim’s own point, with `lat`. */
  lon?: number | null | undefined;
  /** What it is to the claim. */
  role?: PlaceRole;
};

/** Where the verification of a claim stands. */
export const ClaimStatus = {
  /** There are good grounds for and against. */
  DISPUTED: 'DISPUTED',
  /** Shown not to be so. */
  REFUTED: 'REFUTED',
  /** Its source took it back. */
  RETRACTED: 'RETRACTED',
  /** Nobody has verified it. */
  UNVERIFIED: 'UNVERIFIED',
  /** Checked against evidence and held to be so. */
  VERIFIED: 'VERIFIED'
} as const;

export type ClaimStatus = typeof ClaimStatus[keyof typeof ClaimStatus];
/** How a figure bounds what it counts; derived from min, best, max and approximate. */
export const Comparator = {
  /** min = max and approximate, or only a best estimate. */
  ABOUT: 'ABOUT',
  /** Open above: there is no max. */
  AT_LEAST: 'AT_LEAST',
  /** Open below: there is no min. */
  AT_MOST: 'AT_MOST',
  /** From min to max. */
  BETWEEN: 'BETWEEN',
  /** min = max. */
  EXACTLY: 'EXACTLY'
} as const;

export type Comparator = typeof Comparator[keyof typeof Comparator];
/** What is counted once. */
export const CountOnce = {
  /** Every claim by itself, whatever event it is about. */
  CLAIM: 'CLAIM',
  /** An event: claims joined by SAME_EVENT or REPEATS, directly or by way of others, count once, by the span of their figures. It goes where all of them go, else where the key is null. */
  SAME_EVENT: 'SAME_EVENT'
} as const;

export type CountOnce = typeof CountOnce[keyof typeof CountOnce];
/** A new claim. */
export type CreateClaimInput = {
  /** A total over incidents that the report did not separate; false unless told. */
  aggregate?: boolean | null | undefined;
  /** How it reached us, at least one way. */
  attributions: Array<AttributionInput>;
  /** What the report itself cites for it. */
  citations?: Array<CitationInput> | null | undefined;
  /** Its ids in other systems. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** What it is about. */
  kind: ClaimKind;
  /** The language of `statement`; `en` unless told. */
  language?: string | null | undefined;
  /** How the speaker puts it. */
  modality?: Modality;
  /** When it is said to have happened, or to have held. */
  occurred?: FuzzyIntervalInput | null | undefined;
  /** Which factions it names, and as what. */
  parties?: Array<ClaimPartyInput> | null | undefined;
  /** The words of the report that it rests on. */
  passage?: PassageInput | null | undefined;
  /** Where. */
  places?: Array<ClaimPlaceInput> | null | undefined;
  /** The figures it gives. */
  quantities?: Array<QuantityInput> | null | undefined;
  /** The report it was read in. Left out inside `recordReport`, needed elsewhere. */
  reportId?: string | null | undefined;
  /** The assertion in one neutral sentence. Up to 5,000 characters. */
  statement: string;
};

/** A new faction. */
export type CreateFactionInput = {
  /** Known only as a group, its members unnamed; false unless told. */
  collective?: boolean | null | undefined;
  /** Its ids in other systems. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** What sort of party it is. */
  kind: FactionKind;
  /** All its names; the first PRIMARY one is shown. */
  names: Array<NameInput>;
};

/** A new place. */
export type CreateLocationInput = {
  /** Other areas that wholly contain it. */
  alsoInIds?: Array<string> | null | undefined;
  /** Its ids in other systems, such as `ocha-pcode`. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** How exact `point` is. */
  geoPrecision?: GeoPrecision | null | undefined;
  /** Its outline or line. */
  geometry?: GeoJSON | null | undefined;
  /** What sort of place it is. */
  kind: LocationKind;
  /** All its names; the first PRIMARY one is shown. */
  names: Array<NameInput>;
  /** Areas that share ground with it, neither containing the other. */
  overlapIds?: Array<string> | null | undefined;
  /** The next larger unit that it lies in. */
  parentId?: string | null | undefined;
  /** A point in or near it. */
  point?: PointInput | null | undefined;
};

/** A new report. */
export type CreateReportInput = {
  /** A copy of it in an archive: http or https. */
  archivedUrl?: string | null | undefined;
  /** Who wrote it, in order. */
  authorIds?: Array<string> | null | undefined;
  /** Its text; then `bodyKind` says what that is. Up to 1,000,000 characters. */
  body?: string | null | undefined;
  /** What `body` is; needed with a body. */
  bodyKind?: BodyKind | null | undefined;
  /** The place it is datelined from. */
  datelineId?: string | null | undefined;
  /** Its ids in other systems. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** What sort of document it is. */
  kind: ReportKind;
  /** The document’s language. */
  language?: string | null | undefined;
  /** When it was published. */
  published?: FuzzyDateInput | null | undefined;
  /** The outlet that published it. */
  publisherId?: string | null | undefined;
  /** The report that this one reprints or translates. */
  reprintOfId?: string | null | undefined;
  /** When we fetched it. */
  retrievedAt?: string | null | undefined;
  /** What it is about, in an analyst’s words. Up to 10,000 characters. */
  summary?: string | null | undefined;
  /** Its title; for a post without one, its first words. Up to 1,000 characters. */
  title: string;
  /** Where it was published: http or https. */
  url?: string | null | undefined;
};

/** A new source. */
export type CreateSourceInput = {
  /** The place where it is based. */
  basedInId?: string | null | undefined;
  /** Its ids in other systems. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** What sort of source it is. */
  kind: SourceKind;
  /** All its names; the first PRIMARY one is shown. */
  names: Array<NameInput>;
  /** How it is to be protected; PUBLIC unless told. */
  protection?: Protection | null | undefined;
  /** What it is or does, in a few words, as reports say. */
  role?: string | null | undefined;
};

/** How credible a claim is: Admiralty code, NATO STANAG 2511. Apart from its source’s reliability and never fused with it. */
export const Credibility = {
  /** 5: improbable. */
  FIVE: 'FIVE',
  /** 4: doubtful. */
  FOUR: 'FOUR',
  /** 1: confirmed by other sources. */
  ONE: 'ONE',
  /** 6: cannot be judged; nobody has judged it. */
  SIX: 'SIX',
  /** 3: possibly true. */
  THREE: 'THREE',
  /** 2: probably true. */
  TWO: 'TWO'
} as const;

export type Credibility = typeof Credibility[keyof typeof Credibility];
/** The width of what is known of a date. */
export const DatePrecision = {
  /** One day. */
  DAY: 'DAY',
  /** Two to six days. */
  DAYS: 'DAYS',
  /** Longer than 366 days. */
  DECADE: 'DECADE',
  /** Eight to 31 days. */
  MONTH: 'MONTH',
  /** A time of day. */
  TIME: 'TIME',
  /** No width can be told: a side is open, unknown, or approximate without bounds. */
  UNKNOWN: 'UNKNOWN',
  /** Seven days. */
  WEEK: 'WEEK',
  /** 32 to 366 days. */
  YEAR: 'YEAR'
} as const;

export type DatePrecision = typeof DatePrecision[keyof typeof DatePrecision];
/** Which end of an order comes first. What has no value comes last either way. */
export const Direction = {
  /** Smallest, earliest, A first. */
  ASC: 'ASC',
  /** Largest, latest, Z first. */
  DESC: 'DESC'
} as const;

export type Direction = typeof Direction[keyof typeof Direction];
/** How something fills a stretch of time. */
export const Extent = {
  /** It held on every day of it. */
  THROUGHOUT: 'THROUGHOUT',
  /** It happened at some time in it. */
  WITHIN: 'WITHIN'
} as const;

export type Extent = typeof Extent[keyof typeof Extent];
/** A record’s id in another system. */
export type ExternalIdInput = {
  /** The system: `ucdp-event`, `ocha-pcode`, `wikidata` … */
  system: string;
  /** The id there. A URL is none. */
  value: string;
};

/** Which factions. All keys must hold; a key that is null or left out asks nothing. */
export type FactionFilter = {
  /** All of these. */
  and?: Array<FactionFilter> | null | undefined;
  /** Known only as a group, or not. */
  collective?: boolean | null | undefined;
  /** With this id in another system. */
  externalId?: ExternalIdInput | null | undefined;
  /** One of these factions. */
  id?: Array<string> | null | undefined;
  /** Of one of these kinds. */
  kind?: Array<FactionKind> | null | undefined;
  /** Not this. */
  not?: FactionFilter | null | undefined;
  /** At least one of these. */
  or?: Array<FactionFilter> | null | undefined;
  /** Said to stand in some relation to this faction. */
  relatedTo?: string | null | undefined;
  /** With this text in one of its names, case left aside. */
  text?: string | null | undefined;
};

/** What sort of party it is. */
export const FactionKind = {
  /** Several factions together under one name. */
  ALLIANCE: 'ALLIANCE',
  /** Civilians, where a report makes them a party. */
  CIVILIANS: 'CIVILIANS',
  /** Another state, or its forces. */
  FOREIGN_STATE: 'FOREIGN_STATE',
  /** An armed group beside the regular forces of a side. */
  MILITIA: 'MILITIA',
  /** A council, party or administration. */
  POLITICAL_BODY: 'POLITICAL_BODY',
  /** An armed group that fights the government. */
  REBEL_GROUP: 'REBEL_GROUP',
  /** Armed forces of the country’s government. */
  STATE_FORCES: 'STATE_FORCES',
  /** Nobody said what it is. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type FactionKind = typeof FactionKind[keyof typeof FactionKind];
/** What to sort by, and which end first. What has no value comes last both ways. */
export type FactionOrder = {
  /** What to sort by. */
  by: NamedOrderField;
  /** Which end comes first. */
  direction?: Direction;
};

/** That one faction is said to stand so to another, and which claims say so. */
export type FactionRelationInput = {
  /** The claims that say so, at least one: nobody is anybody’s ally as a bare fact. */
  claimIds: Array<string>;
  /** When. */
  during?: FuzzyIntervalInput | null | undefined;
  /** The faction that the relation is read from. */
  fromId: string;
  /** How `from` is said to stand to `to`. */
  kind: FactionRelationKind;
  /** The faction that it is read to. */
  toId: string;
};

/** How one faction is said to stand to another: read it from `from` to `to`. */
export const FactionRelationKind = {
  /** `from` is an affiliate of `to`. */
  AFFILIATE_OF: 'AFFILIATE_OF',
  /** They are allies; direction means nothing. */
  ALLIED_WITH: 'ALLIED_WITH',
  /** `from` is backed by `to`. */
  BACKED_BY: 'BACKED_BY',
  /** They are opponents; direction means nothing. */
  OPPOSED_TO: 'OPPOSED_TO',
  /** `from` is part of `to`. */
  PART_OF: 'PART_OF',
  /** `from` made its peace with `to`. */
  RECONCILED_WITH: 'RECONCILED_WITH',
  /** `from` split off from `to`. */
  SPLINTER_OF: 'SPLINTER_OF',
  /** `from` succeeded `to`. */
  SUCCESSOR_OF: 'SUCCESSOR_OF'
} as const;

export type FactionRelationKind = typeof FactionRelationKind[keyof typeof FactionRelationKind];
/** A moment or day. For `~` give bounds, or leave both out: the date then counts as undated in filters. */
export type FuzzyDateInput = {
  /** The words it was read from. */
  asWritten?: string | null | undefined;
  /** Stated by the report, or inferred by the analyst. */
  basis?: Basis;
  /** The first day it may be, `YYYY-MM-DD`. Left out: taken from `edtf` where that has bounds. */
  earliest?: string | null | undefined;
  /** One date in EDTF, such as `2018-07-10~`. */
  edtf: string;
  /** The last day it may be, `YYYY-MM-DD`. Left out: taken from `edtf` where that has bounds. */
  latest?: string | null | undefined;
};

/** A stretch of time: a date or an interval. */
export type FuzzyIntervalInput = {
  /** The words it was read from. */
  asWritten?: string | null | undefined;
  /** Stated by the report, or inferred by the analyst. */
  basis?: Basis;
  /** The first day it may be, `YYYY-MM-DD`. Left out: taken from `edtf` where that has bounds. */
  earliest?: string | null | undefined;
  /** A date or an interval in EDTF, such as `2018-06-19/2018-07-10~`, `2018-06-19/..`. */
  edtf: string;
  /** Whether it happened at some time in it, or held throughout. */
  extent?: Extent;
  /** The last day it may be, `YYYY-MM-DD`. Left out: taken from `edtf` where that has bounds. */
  latest?: string | null | undefined;
};

/** How exactly a place is known; UCDP `where_prec`, widest meaning last. */
export const GeoPrecision = {
  /** Somewhere in the country (UCDP 6). */
  COUNTRY: 'COUNTRY',
  /** Somewhere in the district (UCDP 3). */
  DISTRICT: 'DISTRICT',
  /** The place itself (UCDP 1, ACLED 1). */
  EXACT: 'EXACT',
  /** Somewhere in the governorate (UCDP 4, ACLED 3). */
  GOVERNORATE: 'GOVERNORATE',
  /** Waters or air space of no country (UCDP 7). */
  INTERNATIONAL: 'INTERNATIONAL',
  /** A line, or a region without sharp borders (UCDP 5). */
  LINE_OR_REGION: 'LINE_OR_REGION',
  /** Within about 25 km of it (UCDP 2, ACLED 2). */
  WITHIN_25_KM: 'WITHIN_25_KM'
} as const;

export type GeoPrecision = typeof GeoPrecision[keyof typeof GeoPrecision];
/** What an analyst makes of a question. */
export const Judgement = {
  /** It is not so. */
  NO: 'NO',
  /** It may be. */
  POSSIBLE: 'POSSIBLE',
  /** Not judged. */
  UNKNOWN: 'UNKNOWN',
  /** It is so. */
  YES: 'YES'
} as const;

export type Judgement = typeof Judgement[keyof typeof Judgement];
/** How it stands to other claims. */
export type LinkFilter = {
  /** By a link of one of these kinds. */
  kind?: Array<ClaimLinkKind> | null | undefined;
  /** To or from this claim. */
  to?: string | null | undefined;
};

/** Which places. All keys must hold; a key that is null or left out asks nothing. */
export type LocationFilter = {
  /** All of these. */
  and?: Array<LocationFilter> | null | undefined;
  /** With this id in another system, such as an OCHA P-code. */
  externalId?: ExternalIdInput | null | undefined;
  /** One of these places. */
  id?: Array<string> | null | undefined;
  /** Of one of these kinds. */
  kind?: Array<LocationKind> | null | undefined;
  /** Not this. */
  not?: LocationFilter | null | undefined;
  /** At least one of these. */
  or?: Array<LocationFilter> | null | undefined;
  /** With this text in one of its names, case left aside. */
  text?: string | null | undefined;
  /** Inside this place, itself left out. */
  within?: string | null | undefined;
};

/** What sort of place it is. */
export const LocationKind = {
  /** A city, town, village or camp (OCHA level 4). */
  COMMUNITY: 'COMMUNITY',
  /** A country (OCHA level 0). */
  COUNTRY: 'COUNTRY',
  /** A border or front-line crossing. */
  CROSSING: 'CROSSING',
  /** Known only by a description: "wooded land". */
  DESCRIBED: 'DESCRIBED',
  /** A district (OCHA level 2). */
  DISTRICT: 'DISTRICT',
  /** A base, hospital, school, plant, airfield. */
  FACILITY: 'FACILITY',
  /** A governorate or province (OCHA level 1). */
  GOVERNORATE: 'GOVERNORATE',
  /** An area that people name, without official borders. */
  INFORMAL_REGION: 'INFORMAL_REGION',
  /** A mountain, river, basin, wood. */
  NATURAL_FEATURE: 'NATURAL_FEATURE',
  /** A part of a community. */
  NEIGHBOURHOOD: 'NEIGHBOURHOOD',
  /** A road. */
  ROAD: 'ROAD',
  /** A subdistrict (OCHA level 3). */
  SUBDISTRICT: 'SUBDISTRICT'
} as const;

export type LocationKind = typeof LocationKind[keyof typeof LocationKind];
/** What to sort by, and which end first. What has no value comes last both ways. */
export type LocationOrder = {
  /** What to sort by. */
  by: NamedOrderField;
  /** Which end comes first. */
  direction?: Direction;
};

/** By what a hit was found. */
export const MatchRule = {
  /** It bears the name as it is asked; case, width and marks aside. */
  EXACT: 'EXACT',
  /** Its name begins with what is asked. */
  PREFIX: 'PREFIX',
  /** Its name is what is asked, written in the other script. */
  SCRIPT: 'SCRIPT',
  /** Its name looks and sounds alike; no rule holds it for the same. */
  SOUND: 'SOUND',
  /** Its name is another spelling of what is asked, by the rules of romanisation, or by Arabic ones. */
  SPELLING: 'SPELLING',
  /** Its text holds the words: a report’s title, summary or body, a claim’s statement. */
  WORDS: 'WORDS'
} as const;

export type MatchRule = typeof MatchRule[keyof typeof MatchRule];
/** What a figure counts. */
export const Measure = {
  /** Buildings damaged or destroyed. */
  BUILDINGS_DAMAGED: 'BUILDINGS_DAMAGED',
  /** Parties to the conflict, as the source counts them. */
  FACTIONS: 'FACTIONS',
  /** People under arms. */
  FIGHTERS: 'FIGHTERS',
  /** Households that fled or were driven out. */
  HOUSEHOLDS_DISPLACED: 'HOUSEHOLDS_DISPLACED',
  /** Something else: see `asWritten`. */
  OTHER: 'OTHER',
  /** People held. */
  PEOPLE_DETAINED: 'PEOPLE_DETAINED',
  /** People who fled or were driven out. */
  PEOPLE_DISPLACED: 'PEOPLE_DISPLACED',
  /** People hurt. */
  PEOPLE_INJURED: 'PEOPLE_INJURED',
  /** People who were killed. */
  PEOPLE_KILLED: 'PEOPLE_KILLED',
  /** People of whom nobody knows where they are. */
  PEOPLE_MISSING: 'PEOPLE_MISSING',
  /** People who came back. */
  PEOPLE_RETURNED: 'PEOPLE_RETURNED',
  /** Strikes, shells or raids. */
  STRIKES: 'STRIKES'
} as const;

export type Measure = typeof Measure[keyof typeof Measure];
/** How the speaker puts it. */
export const Modality = {
  /** It is said to be so; the speaker passes it on. */
  ALLEGED: 'ALLEGED',
  /** It is so. */
  ASSERTED: 'ASSERTED',
  /** It is not so: the speaker denies the statement. */
  DENIED: 'DENIED',
  /** It is about so, by the speaker’s estimate. */
  ESTIMATED: 'ESTIMATED',
  /** Somebody fears that it will be so. It did not happen for that. */
  FEARED: 'FEARED',
  /** It will be so. */
  PREDICTED: 'PREDICTED'
} as const;

export type Modality = typeof Modality[keyof typeof Modality];
/** A name. */
export type NameInput = {
  /** When it was called so. */
  during?: FuzzyIntervalInput | null | undefined;
  /** What sort of name it is. */
  kind: NameKind;
  /** Its language. */
  language?: string | null | undefined;
  /** The romanisation or list it follows. */
  scheme?: string | null | undefined;
  /** Its script, ISO 15924: `Arab`, `Latn`. */
  script?: string | null | undefined;
  /** The source who calls it so. */
  sourceId?: string | null | undefined;
  /** The name as it is written, up to 500 characters. */
  text: string;
};

/** What sort of name it is. */
export const NameKind = {
  /** An abbreviation. */
  ACRONYM: 'ACRONYM',
  /** Another name or spelling. */
  ALIAS: 'ALIAS',
  /** A name it once had. */
  FORMER: 'FORMER',
  /** The name to show. The first of this kind is the record’s `name`. */
  PRIMARY: 'PRIMARY',
  /** A form too short or too common to find it by alone. */
  WEAK: 'WEAK'
} as const;

export type NameKind = typeof NameKind[keyof typeof NameKind];
/** How far a name may be from what is asked. */
export const NameMatch = {
  /** As it is written; only case, width and marks are left aside. Of texts: those that hold the words just so, one after the other. */
  EXACT: 'EXACT',
  /** In the other script too: an Arabic name finds the Latin one, and the reverse. */
  SCRIPT: 'SCRIPT',
  /** In other spellings of the same script too, in its beginning, and in what sounds alike. Of texts: those that hold the words, in any form of theirs. */
  SPELLING: 'SPELLING'
} as const;

export type NameMatch = typeof NameMatch[keyof typeof NameMatch];
/** What named records can be sorted by. */
export const NamedOrderField = {
  /** The name shown, by code points. */
  NAME: 'NAME',
  /** When it was written down here. */
  RECORDED: 'RECORDED'
} as const;

export type NamedOrderField = typeof NamedOrderField[keyof typeof NamedOrderField];
/** Near a point. */
export type NearInput = {
  /** Latitude in degrees. */
  lat: number;
  /** Longitude in degrees. */
  lon: number;
  /** Kilometres around it along the earth’s surface: above 0, at most 1,000. */
  withinKm: number;
};

/** Which factions it names. Both keys must hold for the same party of the claim. */
export type PartyFilter = {
  /** One of these factions. */
  faction?: Array<string> | null | undefined;
  /** In one of these roles. */
  role?: Array<PartyRole> | null | undefined;
};

/** What a faction is to a claim. */
export const PartyRole = {
  /** It did it. */
  ACTOR: 'ACTOR',
  /** It was helped by it. */
  BENEFICIARY: 'BENEFICIARY',
  /** It holds the place. */
  CONTROLLER: 'CONTROLLER',
  /** It lost the place. */
  LOSER: 'LOSER',
  /** It took part; who did what to whom is not said. */
  PARTICIPANT: 'PARTICIPANT',
  /** It was done to it. */
  TARGET: 'TARGET'
} as const;

export type PartyRole = typeof PartyRole[keyof typeof PartyRole];
/** The words a claim rests on. `quote` is enough where it stands once; else add `start` or `prefix`. The server finds the offsets. */
export type PassageInput = {
  /** Whether the document puts them in quotation marks as the speaker’s own. */
  directSpeech?: boolean;
  /** The part they stand in. */
  in?: PassagePart;
  /** The page of the document, from 1. */
  page?: number | null | undefined;
  /** The words right before them. */
  prefix?: string | null | undefined;
  /** The words, exactly as the report has them. */
  quote: string;
  /** Where they start, in UTF-16 code units from 0. */
  start?: number | null | undefined;
  /** The words right after them. */
  suffix?: string | null | undefined;
  /** The words in the ledger’s language. */
  translation?: string | null | undefined;
};

/** The part of a report that a passage stands in. */
export const PassagePart = {
  /** The body. */
  BODY: 'BODY',
  /** The title. */
  TITLE: 'TITLE'
} as const;

export type PassagePart = typeof PassagePart[keyof typeof PassagePart];
/** A period of civil days, both ends included. With neither end it asks nothing. */
export type PeriodFilter = {
  /** The first day, `YYYY-MM-DD`. Null: no lower end. */
  from?: string | null | undefined;
  /** Whether it may have been in the period, or surely was. */
  match?: PeriodMatch;
  /** The last day, `YYYY-MM-DD`. Null: no upper end. */
  to?: string | null | undefined;
  /** Let in what has no date at all, too. */
  unknown?: boolean;
};

/** How a stretch of time meets a period. */
export const PeriodMatch = {
  /** It may have happened in the period. An unknown bound counts as unbounded. */
  OVERLAPS: 'OVERLAPS',
  /** It surely did: both bounds lie in the period. */
  WITHIN: 'WITHIN'
} as const;

export type PeriodMatch = typeof PeriodMatch[keyof typeof PeriodMatch];
/** Whom a figure counts. */
export const PersonCategory = {
  /** Anyone. */
  ANY: 'ANY',
  /** People under 18. */
  CHILDREN: 'CHILDREN',
  /** People who take no part in the fighting. */
  CIVILIANS: 'CIVILIANS',
  /** People who take part in the fighting. */
  COMBATANTS: 'COMBATANTS',
  /** People of whom it is not known whether they fought. */
  UNKNOWN_STATUS: 'UNKNOWN_STATUS',
  /** Women, grown up. */
  WOMEN: 'WOMEN'
} as const;

export type PersonCategory = typeof PersonCategory[keyof typeof PersonCategory];
/** Where. All keys must hold for the same place of the claim. */
export type PlaceFilter = {
  /** At one of these places. */
  id?: Array<string> | null | undefined;
  /** Near a point: the claim’s own, else the place’s. */
  near?: NearInput | null | undefined;
  /** Placed with one of these precisions: leave out what is known only to a governorate. */
  precision?: Array<GeoPrecision> | null | undefined;
  /** In one of these roles. */
  role?: Array<PlaceRole> | null | undefined;
  /** A place means the place and all inside it, unless told otherwise. */
  scope?: PlaceScope;
};

/** What a place is to a claim. */
export const PlaceRole = {
  /** Along it. */
  ALONG: 'ALONG',
  /** There. */
  AT: 'AT',
  /** Away from there. */
  FROM: 'FROM',
  /** Into there. */
  TO: 'TO',
  /** In that direction. */
  TOWARDS: 'TOWARDS'
} as const;

export type PlaceRole = typeof PlaceRole[keyof typeof PlaceRole];
/** How far a place reaches. */
export const PlaceScope = {
  /** Only what names the place itself. */
  EXACT: 'EXACT',
  /** The place and all that lies inside it. */
  WITHIN: 'WITHIN',
  /** That, and the areas that share ground with it and all that lies inside them. */
  WITHIN_OR_OVERLAPPING: 'WITHIN_OR_OVERLAPPING'
} as const;

export type PlaceScope = typeof PlaceScope[keyof typeof PlaceScope];
/** A point on WGS 84, in decimal degrees. */
export type PointInput = {
  /** Latitude in degrees, north positive. */
  lat: number;
  /** Longitude in degrees, east positive. */
  lon: number;
};

/** How a source is to be protected. */
export const Protection = {
  /** Who it is must not be known. */
  PROTECTED: 'PROTECTED',
  /** It speaks under another name. */
  PSEUDONYMOUS: 'PSEUDONYMOUS',
  /** It speaks under its own name. */
  PUBLIC: 'PUBLIC'
} as const;

export type Protection = typeof Protection[keyof typeof Protection];
/** A figure it gives. All keys must hold for the same figure. */
export type QuantityFilter = {
  /** It may be this or more: its max, or open above. */
  atLeast?: number | null | undefined;
  /** It may be this or less: its min, or open below. */
  atMost?: number | null | undefined;
  /** Whom it counts. */
  category?: PersonCategory | null | undefined;
  /** What it counts. */
  measure: Measure;
  /** Whether it is open above: has no max. */
  openAbove?: boolean | null | undefined;
};

/** A bounded number. "At least 6,000" is `min: 6000`; "eleven" is min, best and max 11. */
export type QuantityInput = {
  /** Said to be about so. */
  approximate?: boolean;
  /** The words it was read from. */
  asWritten?: string | null | undefined;
  /** The source’s own best estimate. */
  best?: number | null | undefined;
  /** Whom it counts. */
  category?: PersonCategory | null | undefined;
  /** Of which faction those counted are. */
  factionId?: string | null | undefined;
  /** No more than this. Left out: open above. */
  max?: number | null | undefined;
  /** What it counts. */
  measure: Measure;
  /** No fewer than this. */
  min?: number | null | undefined;
  /** Shares of it, which are never added to it. They have no parts of their own. */
  parts?: Array<QuantityInput> | null | undefined;
};

/** A judgement of a source’s reliability. */
export type RatingInput = {
  /** Why. Up to 2,000 characters. */
  rationale: string;
  /** The judgement, Admiralty A–F. */
  reliability: Reliability;
};

/** A report and all its claims, whole or not at all. */
export type RecordReportInput = {
  /** Its claims, up to 500; `reportId` is left out. */
  claims: Array<CreateClaimInput>;
  /** The report. */
  report: CreateReportInput;
};

/** The five record types. */
export const RecordType = {
  /** One assertion, read in one report. */
  CLAIM: 'CLAIM',
  /** A party to the conflict. */
  FACTION: 'FACTION',
  /** A place. */
  LOCATION: 'LOCATION',
  /** A published document. */
  REPORT: 'REPORT',
  /** Whoever asserts. */
  SOURCE: 'SOURCE'
} as const;

export type RecordType = typeof RecordType[keyof typeof RecordType];
/** How reliable a source is: Admiralty code, NATO STANAG 2511. It says nothing of a single claim. */
export const Reliability = {
  /** Completely reliable. */
  A: 'A',
  /** Usually reliable. */
  B: 'B',
  /** Fairly reliable. */
  C: 'C',
  /** Not usually reliable. */
  D: 'D',
  /** Unreliable. */
  E: 'E',
  /** Cannot be judged; nobody has judged it. */
  F: 'F'
} as const;

export type Reliability = typeof Reliability[keyof typeof Reliability];
/** Which reports. All keys must hold; a key that is null or left out asks nothing. */
export type ReportFilter = {
  /** All of these. */
  and?: Array<ReportFilter> | null | undefined;
  /** One of these reports. */
  id?: Array<string> | null | undefined;
  /** Of one of these kinds. */
  kind?: Array<ReportKind> | null | undefined;
  /** In one of these languages, region left aside: `en` finds `en-GB`. */
  language?: Array<string> | null | undefined;
  /** Not this. */
  not?: ReportFilter | null | undefined;
  /** At least one of these. */
  or?: Array<ReportFilter> | null | undefined;
  /** Published in this period. */
  published?: PeriodFilter | null | undefined;
  /** Published by one of these sources. */
  publisher?: Array<string> | null | undefined;
  /** Whether it reprints or translates another report. */
  reprint?: boolean | null | undefined;
  /** With this text in title, summary or body, case left aside. */
  text?: string | null | undefined;
  /** With exactly this URL, as its address or its archived copy’s. */
  url?: string | null | undefined;
};

/** What sort of document a report is. */
export const ReportKind = {
  /** A news article or blog post. */
  ARTICLE: 'ARTICLE',
  /** Radio or television. */
  BROADCAST: 'BROADCAST',
  /** A release of a data set. */
  DATASET: 'DATASET',
  /** An interview, ours or another’s. */
  INTERVIEW: 'INTERVIEW',
  /** None of these. */
  OTHER: 'OTHER',
  /** A regular report on a situation, by an agency or monitor. */
  SITUATION_REPORT: 'SITUATION_REPORT',
  /** A post on a social network or channel. */
  SOCIAL_POST: 'SOCIAL_POST',
  /** An official or organisation’s statement. */
  STATEMENT: 'STATEMENT',
  /** A video. */
  VIDEO: 'VIDEO'
} as const;

export type ReportKind = typeof ReportKind[keyof typeof ReportKind];
/** What to sort by, and which end first. What has no value comes last both ways. */
export type ReportOrder = {
  /** What to sort by. */
  by: ReportOrderField;
  /** Which end comes first. */
  direction?: Direction;
};

/** What reports can be sorted by. */
export const ReportOrderField = {
  /** The day of publication: its latest bound, else its earliest. Undated ones come last. */
  PUBLISHED: 'PUBLISHED',
  /** When it was written down here. */
  RECORDED: 'RECORDED',
  /** The title, by code points. */
  TITLE: 'TITLE'
} as const;

export type ReportOrderField = typeof ReportOrderField[keyof typeof ReportOrderField];
/** Which sources. All keys must hold; a key that is null or left out asks nothing. */
export type SourceFilter = {
  /** Said to belong to one of these factions or sources. */
  affiliatedWith?: Array<string> | null | undefined;
  /** All of these. */
  and?: Array<SourceFilter> | null | undefined;
  /** With this id in another system. */
  externalId?: ExternalIdInput | null | undefined;
  /** One of these sources. */
  id?: Array<string> | null | undefined;
  /** Of one of these kinds. */
  kind?: Array<SourceKind> | null | undefined;
  /** Not this. */
  not?: SourceFilter | null | undefined;
  /** At least one of these. */
  or?: Array<SourceFilter> | null | undefined;
  /** Protected so. */
  protection?: Array<Protection> | null | undefined;
  /** Judged so now. */
  reliability?: Array<Reliability> | null | undefined;
  /** With this text in one of its names, case left aside. */
  text?: string | null | undefined;
};

/** What sort of source it is. */
export const SourceKind = {
  /** Several people known only as a group: "local activists". */
  COLLECTIVE: 'COLLECTIVE',
  /** A data set. */
  DATASET: 'DATASET',
  /** A ministry, army, court or other body of a state or administration. */
  OFFICIAL_BODY: 'OFFICIAL_BODY',
  /** A monitoring group, charity, agency or other organisation. */
  ORGANISATION: 'ORGANISATION',
  /** A news outlet, channel or site. */
  OUTLET: 'OUTLET',
  /** One person. */
  PERSON: 'PERSON',
  /** Nobody said what it is. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type SourceKind = typeof SourceKind[keyof typeof SourceKind];
/** What to sort by, and which end first. What has no value comes last both ways. */
export type SourceOrder = {
  /** What to sort by. */
  by: NamedOrderField;
  /** Which end comes first. */
  direction?: Direction;
};

/** Who says so. All keys must hold for the same speaker. */
export type SpeakerFilter = {
  /** Only the first speaker of a chain, not those who passed it on. */
  first?: boolean;
  /** A source of one of these kinds. */
  kind?: Array<SourceKind> | null | undefined;
  /** One of these sources. */
  source?: Array<string> | null | undefined;
};

/** A link in a chain: who said it, or passed it on. */
export type SpeakerInput = {
  /** In what capacity it knows. */
  capacity?: Capacity;
  /** The report in which it said so. */
  reportId?: string | null | undefined;
  /** The source. */
  sourceId: string;
  /** The verb the report uses: "said", "estimated". */
  verb?: string | null | undefined;
};

/** A change of a claim: a key left out stays, null clears, a list replaces the list. */
export type UpdateClaimInput = {
  /** A total over incidents that the report did not separate; false unless told. */
  aggregate?: boolean | null | undefined;
  /** How it reached us, at least one way. */
  attributions?: Array<AttributionInput> | null | undefined;
  /** What the report itself cites for it. */
  citations?: Array<CitationInput> | null | undefined;
  /** Its ids in other systems. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** What it is about. */
  kind?: ClaimKind | null | undefined;
  /** The language of `statement`; `en` unless told. */
  language?: string | null | undefined;
  /** How the speaker puts it. */
  modality?: Modality | null | undefined;
  /** When it is said to have happened, or to have held. */
  occurred?: FuzzyIntervalInput | null | undefined;
  /** Which factions it names, and as what. */
  parties?: Array<ClaimPartyInput> | null | undefined;
  /** The words of the report that it rests on. */
  passage?: PassageInput | null | undefined;
  /** Where. */
  places?: Array<ClaimPlaceInput> | null | undefined;
  /** The figures it gives. */
  quantities?: Array<QuantityInput> | null | undefined;
  /** The assertion in one neutral sentence. Up to 5,000 characters. */
  statement?: string | null | undefined;
};

/** A change of a faction: a key left out stays, null clears, a list replaces the list. */
export type UpdateFactionInput = {
  /** Known only as a group, its members unnamed; false unless told. */
  collective?: boolean | null | undefined;
  /** Its ids in other systems. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** What sort of party it is. */
  kind?: FactionKind | null | undefined;
  /** All its names; the first PRIMARY one is shown. */
  names?: Array<NameInput> | null | undefined;
};

/** A change of a place: a key left out stays, null clears, a list replaces the list. */
export type UpdateLocationInput = {
  /** Other areas that wholly contain it. */
  alsoInIds?: Array<string> | null | undefined;
  /** Its ids in other systems, such as `ocha-pcode`. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** How exact `point` is. */
  geoPrecision?: GeoPrecision | null | undefined;
  /** Its outline or line. */
  geometry?: GeoJSON | null | undefined;
  /** What sort of place it is. */
  kind?: LocationKind | null | undefined;
  /** All its names; the first PRIMARY one is shown. */
  names?: Array<NameInput> | null | undefined;
  /** Areas that share ground with it, neither containing the other. */
  overlapIds?: Array<string> | null | undefined;
  /** The next larger unit that it lies in. */
  parentId?: string | null | undefined;
  /** A point in or near it. */
  point?: PointInput | null | undefined;
};

/** A change of a report: a key left out stays, null clears, a list replaces the list. */
export type UpdateReportInput = {
  /** A copy of it in an archive: http or https. */
  archivedUrl?: string | null | undefined;
  /** Who wrote it, in order. */
  authorIds?: Array<string> | null | undefined;
  /** Its text; then `bodyKind` says what that is. Up to 1,000,000 characters. */
  body?: string | null | undefined;
  /** What `body` is; needed with a body. */
  bodyKind?: BodyKind | null | undefined;
  /** The place it is datelined from. */
  datelineId?: string | null | undefined;
  /** Its ids in other systems. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** What sort of document it is. */
  kind?: ReportKind | null | undefined;
  /** The document’s language. */
  language?: string | null | undefined;
  /** When it was published. */
  published?: FuzzyDateInput | null | undefined;
  /** The outlet that published it. */
  publisherId?: string | null | undefined;
  /** The report that this one reprints or translates. */
  reprintOfId?: string | null | undefined;
  /** When we fetched it. */
  retrievedAt?: string | null | undefined;
  /** What it is about, in an analyst’s words. Up to 10,000 characters. */
  summary?: string | null | undefined;
  /** Its title; for a post without one, its first words. Up to 1,000 characters. */
  title?: string | null | undefined;
  /** Where it was published: http or https. */
  url?: string | null | undefined;
};

/** A change of a source: a key left out stays, null clears, a list replaces the list. */
export type UpdateSourceInput = {
  /** The place where it is based. */
  basedInId?: string | null | undefined;
  /** Its ids in other systems. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** What sort of source it is. */
  kind?: SourceKind | null | undefined;
  /** All its names; the first PRIMARY one is shown. */
  names?: Array<NameInput> | null | undefined;
  /** How it is to be protected; PUBLIC unless told. */
  protection?: Protection | null | undefined;
  /** What it is or does, in a few words, as reports say. */
  role?: string | null | undefined;
};

/** What a writer should know though the write went through. */
export const WarningCode = {
  /** The input names a withdrawn record. */
  REFERS_TO_WITHDRAWN: 'REFERS_TO_WITHDRAWN',
  /** Other records rest on what was withdrawn; they are marked. */
  RESTS_ON_WITHDRAWN: 'RESTS_ON_WITHDRAWN',
  /** Another report has the same body, byte for byte. */
  SAME_BODY: 'SAME_BODY',
  /** Another report has the same URL. It may be a reprint, or the same report twice. */
  SAME_URL: 'SAME_URL'
} as const;

export type WarningCode = typeof WarningCode[keyof typeof WarningCode];
export type IntervalFragment = { edtf: string, earliest: string | null, latest: string | null, precision: DatePrecision, approximate: boolean, uncertain: boolean, extent: Extent, basis: Basis, asWritten: string | null };

export type FigureFragment = { id: string, measure: Measure, comparator: Comparator, min: number | null, best: number | null, max: number | null, approximate: boolean, asWritten: string | null, partOf: string | null, of: { category: PersonCategory, faction: { id: string, name: string } | null } | null };

export type ClaimCardFragment = { id: string, version: number, statement: string, kind: ClaimKind, modality: Modality, status: ClaimStatus, credibility: Credibility, aggregate: boolean, attributions: Array<{ chain: Array<{ capacity: Capacity, verb: string | null, source: { id: string, name: string, kind: SourceKind, role: string | null, reliability: Reliability } }> }>, report: { id: string, title: string, url: string | null, bodyKind: BodyKind | null, publisher: { id: string, name: string } | null, published: DayFragment | null }, passage: { in: PassagePart, quote: string, start: number, end: number, directSpeech: boolean } | null, occurred: IntervalFragment | null, places: Array<{ role: PlaceRole, asWritten: string | null, basis: Basis, geoPrecision: GeoPrecision | null, location: { id: string, label: string, kind: LocationKind }, point: { lat: number, lon: number } | null }>, parties: Array<{ role: PartyRole, group: number | null, asWritten: string | null, basis: Basis, faction: { id: string, name: string, kind: FactionKind } }>, quantities: Array<FigureFragment> };

export type LinkCardFragment = { id: string, kind: ClaimLinkKind, sharedOrigin: Judgement, rationale: string, at: string, by: string, from: { id: string, statement: string }, to: { id: string, statement: string } };

export type LinkDetailFragment = (
  { from: ClaimCardFragment, to: ClaimCardFragment }
  & LinkCardFragment
);

export type ClaimDetailFragment = (
  { language: string, restsOnWithdrawn: boolean, createdAt: string, updatedAt: string, citations: Array<{ locator: string | null, report: ReportCardFragment }>, assessments: Array<{ status: ClaimStatus, credibility: Credibility, rationale: string, at: string, by: string }>, links: Array<LinkCardFragment>, importIssues: Array<{ kind: string, column: string | null, value: string | null, reason: string }>, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null }
  & ClaimCardFragment
);

export type ClaimByIdQueryVariables = Exact<{
  id: string;
}>;


export type ClaimByIdQuery = { claim: ClaimDetailFragment | null };

export type ClaimsQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimsQuery = { claims: { nodes: Array<ClaimCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CountClaimsQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
}>;


export type CountClaimsQuery = { claims: { totalCount: number } };

export type ClaimsAtPlaceQueryVariables = Exact<{
  id: string;
  scope?: PlaceScope | null | undefined;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimsAtPlaceQuery = { location: { id: string, label: string, kind: LocationKind, claims: { nodes: Array<ClaimCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PeopleDisplacedFromQueryVariables = Exact<{
  place: string;
  period?: PeriodFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleDisplacedFromQuery = { claims: { nodes: Array<ClaimCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ForAndAgainstQueryVariables = Exact<{
  id: string;
}>;


export type ForAndAgainstQuery = { claim: (
    { supporting: Array<LinkDetailFragment>, contradicting: Array<LinkDetailFragment>, repeating: Array<LinkDetailFragment> }
    & ClaimCardFragment
  ) | null };

export type ClaimStatisticsQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  by?: Array<ClaimDimension> | null | undefined;
  countOnce?: CountOnce;
  first?: number;
}>;


export type ClaimStatisticsQuery = { claimStats: { total: number, truncated: boolean, buckets: Array<{ month: string | null, kind: ClaimKind | null, status: ClaimStatus | null, count: number, location: { id: string, label: string } | null, faction: { id: string, name: string } | null, source: { id: string, name: string } | null, quantities: Array<{ measure: Measure, figures: number, sumMin: number | null, sumBest: number | null, sumMax: number | null, withBest: number, openAbove: number }> }> } };

export type CreateClaimMutationVariables = Exact<{
  input: CreateClaimInput;
}>;


export type CreateClaimMutation = { createClaim: { claim: ClaimDetailFragment, warnings: Array<NoticeFragment> } };

export type UpdateClaimMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  input: UpdateClaimInput;
}>;


export type UpdateClaimMutation = { updateClaim: { claim: ClaimDetailFragment, warnings: Array<NoticeFragment> } };

export type UpsertClaimMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateClaimInput;
}>;


export type UpsertClaimMutation = { upsertClaim: { claim: ClaimDetailFragment, warnings: Array<NoticeFragment> } };

export type WithdrawClaimMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawClaimMutation = { withdrawClaim: { claim: ClaimDetailFragment, warnings: Array<NoticeFragment> } };

export type AssessClaimMutationVariables = Exact<{
  claimId: string;
  input: AssessmentInput;
}>;


export type AssessClaimMutation = { assessClaim: { claim: ClaimDetailFragment, warnings: Array<NoticeFragment> } };

export type LinkClaimsMutationVariables = Exact<{
  input: ClaimLinkInput;
}>;


export type LinkClaimsMutation = { linkClaims: { link: LinkDetailFragment, warnings: Array<NoticeFragment> } };

export type UnlinkClaimsMutationVariables = Exact<{
  id: string;
  rationale: string;
}>;


export type UnlinkClaimsMutation = { unlinkClaims: { link: (
      { withdrawn: TakenFragment | null }
      & LinkDetailFragment
    ), warnings: Array<NoticeFragment> } };

export type FactionCardFragment = { id: string, version: number, kind: FactionKind, name: string, collective: boolean };

export type RelationCardFragment = { id: string, kind: FactionRelationKind, restsOnWithdrawn: boolean, from: { id: string, name: string, kind: FactionKind, collective: boolean }, to: { id: string, name: string, kind: FactionKind, collective: boolean }, during: IntervalFragment | null, claims: Array<{ id: string, statement: string, quantities: Array<FigureFragment>, attributions: Array<{ chain: Array<{ source: { id: string, name: string } }> }>, report: { id: string, title: string } }> };

export type FactionDetailFragment = (
  { createdAt: string, updatedAt: string, names: Array<NameCardFragment>, relations: Array<RelationCardFragment>, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null }
  & FactionCardFragment
);

export type FactionByIdQueryVariables = Exact<{
  id: string;
}>;


export type FactionByIdQuery = { faction: FactionDetailFragment | null };

export type FactionsQueryVariables = Exact<{
  filter?: FactionFilter | null | undefined;
  orderBy?: FactionOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FactionsQuery = { factions: { nodes: Array<FactionCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FactionOnDayQueryVariables = Exact<{
  id: string;
  day: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FactionOnDayQuery = { faction: (
    { relations: Array<RelationCardFragment>, controls: { nodes: Array<ClaimCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    & FactionCardFragment
  ) | null };

export type ClaimsAboutFactionQueryVariables = Exact<{
  id: string;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimsAboutFactionQuery = { faction: (
    { claims: { nodes: Array<ClaimCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    & FactionCardFragment
  ) | null };

export type CreateFactionMutationVariables = Exact<{
  input: CreateFactionInput;
}>;


export type CreateFactionMutation = { createFaction: { faction: FactionDetailFragment, warnings: Array<NoticeFragment> } };

export type UpdateFactionMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  input: UpdateFactionInput;
}>;


export type UpdateFactionMutation = { updateFaction: { faction: FactionDetailFragment, warnings: Array<NoticeFragment> } };

export type UpsertFactionMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateFactionInput;
}>;


export type UpsertFactionMutation = { upsertFaction: { faction: FactionDetailFragment, warnings: Array<NoticeFragment> } };

export type WithdrawFactionMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawFactionMutation = { withdrawFaction: { faction: FactionDetailFragment, warnings: Array<NoticeFragment> } };

export type RelateFactionsMutationVariables = Exact<{
  input: FactionRelationInput;
}>;


export type RelateFactionsMutation = { relateFactions: { relation: RelationCardFragment, warnings: Array<NoticeFragment> } };

export type UnrelateFactionsMutationVariables = Exact<{
  id: string;
  rationale: string;
}>;


export type UnrelateFactionsMutation = { unrelateFactions: { relation: (
      { withdrawn: TakenFragment | null }
      & RelationCardFragment
    ), warnings: Array<NoticeFragment> } };

export type LocationCardFragment = { id: string, version: number, kind: LocationKind, name: string, label: string, geoPrecision: GeoPrecision | null, point: { lat: number, lon: number } | null, externalIds: Array<{ system: string, value: string }> };

export type LocationDetailFragment = (
  { geometry: GeoJSON | null, createdAt: string, updatedAt: string, names: Array<NameCardFragment>, parent: { id: string, label: string, kind: LocationKind } | null, ancestors: Array<{ id: string, label: string, kind: LocationKind }>, alsoIn: Array<{ id: string, label: string, kind: LocationKind }>, overlaps: Array<{ id: string, label: string, kind: LocationKind }>, withdrawn: TakenFragment | null }
  & LocationCardFragment
);

export type LocationByIdQueryVariables = Exact<{
  id: string;
}>;


export type LocationByIdQuery = { location: LocationDetailFragment | null };

export type LocationsQueryVariables = Exact<{
  filter?: LocationFilter | null | undefined;
  orderBy?: LocationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LocationsQuery = { locations: { nodes: Array<LocationCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LocationsByNameQueryVariables = Exact<{
  name: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LocationsByNameQuery = { locations: { nodes: Array<(
      { names: Array<NameCardFragment> }
      & LocationCardFragment
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PlacesInsideQueryVariables = Exact<{
  id: string;
  filter?: LocationFilter | null | undefined;
  orderBy?: LocationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlacesInsideQuery = { location: (
    { children: { nodes: Array<LocationCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    & LocationCardFragment
  ) | null };

export type CreateLocationMutationVariables = Exact<{
  input: CreateLocationInput;
}>;


export type CreateLocationMutation = { createLocation: { location: LocationDetailFragment, warnings: Array<NoticeFragment> } };

export type UpdateLocationMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  input: UpdateLocationInput;
}>;


export type UpdateLocationMutation = { updateLocation: { location: LocationDetailFragment, warnings: Array<NoticeFragment> } };

export type UpsertLocationMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateLocationInput;
}>;


export type UpsertLocationMutation = { upsertLocation: { location: LocationDetailFragment, warnings: Array<NoticeFragment> } };

export type WithdrawLocationMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawLocationMutation = { withdrawLocation: { location: LocationDetailFragment, warnings: Array<NoticeFragment> } };

export type TakenFragment = { at: string, by: string, rationale: string };

export type NoticeFragment = { code: WarningCode, message: string, recordId: string | null };

export type NameCardFragment = { id: string, text: string, kind: NameKind, language: string | null, script: string | null, scheme: string | null };

type RecordCard_Claim_Fragment = { __typename: 'Claim', statement: string, id: string, version: number, createdAt: string, updatedAt: string, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null };

type RecordCard_Faction_Fragment = { __typename: 'Faction', name: string, id: string, version: number, createdAt: string, updatedAt: string, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null };

type RecordCard_Location_Fragment = { __typename: 'Location', label: string, id: string, version: number, createdAt: string, updatedAt: string, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null };

type RecordCard_Report_Fragment = { __typename: 'Report', title: string, id: string, version: number, createdAt: string, updatedAt: string, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null };

type RecordCard_Source_Fragment = { __typename: 'Source', name: string, id: string, version: number, createdAt: string, updatedAt: string, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null };

export type RecordCardFragment =
  | RecordCard_Claim_Fragment
  | RecordCard_Faction_Fragment
  | RecordCard_Location_Fragment
  | RecordCard_Report_Fragment
  | RecordCard_Source_Fragment
;

export type RecordByExternalIdQueryVariables = Exact<{
  type: RecordType;
  externalId: ExternalIdInput;
}>;


export type RecordByExternalIdQuery = { record:
    | RecordCard_Claim_Fragment
    | RecordCard_Faction_Fragment
    | RecordCard_Location_Fragment
    | RecordCard_Report_Fragment
    | RecordCard_Source_Fragment
   | null };

export type RecordHistoryQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RecordHistoryQuery = { node:
    | { __typename: 'Affiliation' }
    | (
      { __typename: 'Claim', history: { nodes: Array<{ at: string, by: string, action: string, change: ChangeKind, version: number, diff: Array<{ path: Array<string>, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
      & RecordCard_Claim_Fragment
    )
    | { __typename: 'ClaimLink' }
    | (
      { __typename: 'Faction', history: { nodes: Array<{ at: string, by: string, action: string, change: ChangeKind, version: number, diff: Array<{ path: Array<string>, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
      & RecordCard_Faction_Fragment
    )
    | { __typename: 'FactionRelation' }
    | (
      { __typename: 'Location', history: { nodes: Array<{ at: string, by: string, action: string, change: ChangeKind, version: number, diff: Array<{ path: Array<string>, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
      & RecordCard_Location_Fragment
    )
    | { __typename: 'Name' }
    | { __typename: 'Quantity' }
    | (
      { __typename: 'Report', history: { nodes: Array<{ at: string, by: string, action: string, change: ChangeKind, version: number, diff: Array<{ path: Array<string>, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
      & RecordCard_Report_Fragment
    )
    | (
      { __typename: 'Source', history: { nodes: Array<{ at: string, by: string, action: string, change: ChangeKind, version: number, diff: Array<{ path: Array<string>, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
      & RecordCard_Source_Fragment
    )
   | null };

export type AddNameMutationVariables = Exact<{
  recordId: string;
  name: NameInput;
}>;


export type AddNameMutation = { addName: { record:
      | RecordCard_Claim_Fragment
      | RecordCard_Faction_Fragment
      | RecordCard_Location_Fragment
      | RecordCard_Report_Fragment
      | RecordCard_Source_Fragment
    , warnings: Array<NoticeFragment> } };

export type DayFragment = { edtf: string, earliest: string | null, latest: string | null, precision: DatePrecision, approximate: boolean, uncertain: boolean, basis: Basis, asWritten: string | null };

export type ReportCardFragment = { id: string, version: number, kind: ReportKind, title: string, url: string | null, language: string | null, summary: string | null, bodyKind: BodyKind | null, publisher: { id: string, name: string } | null, published: DayFragment | null };

export type ReportDetailFragment = (
  { archivedUrl: string | null, body: string | null, bodySha256: string | null, retrievedAt: string | null, createdAt: string, updatedAt: string, authors: Array<{ id: string, name: string }>, dateline: { id: string, label: string } | null, reprintOf: { id: string, title: string, url: string | null } | null, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null }
  & ReportCardFragment
);

export type ReportByIdQueryVariables = Exact<{
  id: string;
}>;


export type ReportByIdQuery = { report: ReportDetailFragment | null };

export type ReportsQueryVariables = Exact<{
  filter?: ReportFilter | null | undefined;
  orderBy?: ReportOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportsQuery = { reports: { nodes: Array<ReportCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ClaimsInReportQueryVariables = Exact<{
  id: string;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimsInReportQuery = { report: (
    { claims: { nodes: Array<ClaimCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    & ReportCardFragment
  ) | null };

export type RecordReportMutationVariables = Exact<{
  input: RecordReportInput;
}>;


export type RecordReportMutation = { recordReport: { report: ReportDetailFragment, claims: Array<ClaimCardFragment>, warnings: Array<NoticeFragment> } };

export type CreateReportMutationVariables = Exact<{
  input: CreateReportInput;
}>;


export type CreateReportMutation = { createReport: { report: ReportDetailFragment, warnings: Array<NoticeFragment> } };

export type UpdateReportMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  input: UpdateReportInput;
}>;


export type UpdateReportMutation = { updateReport: { report: ReportDetailFragment, warnings: Array<NoticeFragment> } };

export type UpsertReportMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateReportInput;
}>;


export type UpsertReportMutation = { upsertReport: { report: ReportDetailFragment, warnings: Array<NoticeFragment> } };

export type WithdrawReportMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawReportMutation = { withdrawReport: { report: ReportDetailFragment, warnings: Array<NoticeFragment> } };

export type SearchQueryVariables = Exact<{
  text: string;
  types?: Array<RecordType> | null | undefined;
  within?: string | null | undefined;
  near?: NearInput | null | undefined;
  match?: NameMatch;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, nodes: Array<{ rule: MatchRule, score: number, label: string, name: NameCardFragment | null, record:
        | RecordCard_Claim_Fragment
        | RecordCard_Faction_Fragment
        | RecordCard_Location_Fragment
        | RecordCard_Report_Fragment
        | RecordCard_Source_Fragment
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SourceCardFragment = { id: string, version: number, kind: SourceKind, name: string, role: string | null, reliability: Reliability, protection: Protection, basedIn: { id: string, label: string } | null };

export type AffiliationCardFragment = { id: string, role: string | null, restsOnWithdrawn: boolean, source: { id: string, name: string }, to:
    | { __typename: 'Faction', id: string, name: string }
    | { __typename: 'Source', id: string, name: string }
  , during: IntervalFragment | null, claims: Array<{ id: string, statement: string }> };

export type SourceDetailFragment = (
  { createdAt: string, updatedAt: string, names: Array<NameCardFragment>, ratings: Array<{ reliability: Reliability, rationale: string, at: string, by: string }>, affiliations: Array<AffiliationCardFragment>, externalIds: Array<{ system: string, value: string }>, withdrawn: TakenFragment | null }
  & SourceCardFragment
);

export type SourceByIdQueryVariables = Exact<{
  id: string;
}>;


export type SourceByIdQuery = { source: SourceDetailFragment | null };

export type SourcesQueryVariables = Exact<{
  filter?: SourceFilter | null | undefined;
  orderBy?: SourceOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SourcesQuery = { sources: { nodes: Array<SourceCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SourceRecordQueryVariables = Exact<{
  id: string;
  asOrigin?: boolean | null | undefined;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SourceRecordQuery = { source: (
    { claims: { nodes: Array<ClaimCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    & SourceDetailFragment
  ) | null };

export type ReportsBySourceQueryVariables = Exact<{
  id: string;
  filter?: ReportFilter | null | undefined;
  orderBy?: ReportOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportsBySourceQuery = { source: (
    { reports: { nodes: Array<ReportCardFragment>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    & SourceCardFragment
  ) | null };

export type CreateSourceMutationVariables = Exact<{
  input: CreateSourceInput;
}>;


export type CreateSourceMutation = { createSource: { source: SourceDetailFragment, warnings: Array<NoticeFragment> } };

export type UpdateSourceMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  input: UpdateSourceInput;
}>;


export type UpdateSourceMutation = { updateSource: { source: SourceDetailFragment, warnings: Array<NoticeFragment> } };

export type UpsertSourceMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateSourceInput;
}>;


export type UpsertSourceMutation = { upsertSource: { source: SourceDetailFragment, warnings: Array<NoticeFragment> } };

export type WithdrawSourceMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawSourceMutation = { withdrawSource: { source: SourceDetailFragment, warnings: Array<NoticeFragment> } };

export type RateSourceMutationVariables = Exact<{
  sourceId: string;
  input: RatingInput;
}>;


export type RateSourceMutation = { rateSource: { source: SourceDetailFragment, warnings: Array<NoticeFragment> } };

export type AffiliateSourceMutationVariables = Exact<{
  input: AffiliationInput;
}>;


export type AffiliateSourceMutation = { affiliateSource: { affiliation: AffiliationCardFragment, warnings: Array<NoticeFragment> } };

export type UnaffiliateSourceMutationVariables = Exact<{
  id: string;
  rationale: string;
}>;


export type UnaffiliateSourceMutation = { unaffiliateSource: { affiliation: (
      { withdrawn: TakenFragment | null }
      & AffiliationCardFragment
    ), warnings: Array<NoticeFragment> } };


/** One claim, whole. `notFound`: there is none of this id. */
export const ClaimById: Operation<ClaimByIdQuery, ClaimByIdQueryVariables> = { kind: 'query', name: 'ClaimById', text: "query ClaimById($id:ID!){claim(id:$id){...ClaimDetail}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}" };

/** Claims that a filter finds, newest first unless told otherwise. */
export const Claims: Operation<ClaimsQuery, ClaimsQueryVariables> = { kind: 'query', name: 'Claims', text: "query Claims($filter:ClaimFilter$orderBy:ClaimOrder$first:Int$after:String){claims(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}" };

/** How many claims a filter finds. */
export const CountClaims: Operation<CountClaimsQuery, CountClaimsQueryVariables> = { kind: 'query', name: 'CountClaims', text: "query CountClaims($filter:ClaimFilter){claims(filter:$filter first:1){totalCount}}" };

/** Everything said about a place and, unless `scope` says otherwise, all that lies inside it. `notFound`: there is none of this id. */
export const ClaimsAtPlace: Operation<ClaimsAtPlaceQuery, ClaimsAtPlaceQueryVariables> = { kind: 'query', name: 'ClaimsAtPlace', text: "query ClaimsAtPlace($id:ID!$scope:PlaceScope=WITHIN$filter:ClaimFilter$orderBy:ClaimOrder={by:OCCURRED}$first:Int$after:String){location(id:$id){id label kind claims(scope:$scope filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}" };

/** What is said about people who left a place, and how many: claims with a figure of people displaced from there. */
export const PeopleDisplacedFrom: Operation<PeopleDisplacedFromQuery, PeopleDisplacedFromQueryVariables> = { kind: 'query', name: 'PeopleDisplacedFrom', text: "query PeopleDisplacedFrom($place:ID!$period:PeriodFilter$first:Int$after:String){claims(filter:{place:{id:[$place]role:[FROM]}quantity:{measure:PEOPLE_DISPLACED}occurred:$period}orderBy:{by:OCCURRED}first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}" };

/** What speaks for a claim, what speaks against it, and what only repeats it. `notFound`: there is none of this id. */
export const ForAndAgainst: Operation<ForAndAgainstQuery, ForAndAgainstQueryVariables> = { kind: 'query', name: 'ForAndAgainst', text: "query ForAndAgainst($id:ID!){claim(id:$id){...ClaimCard supporting:links(kinds:[CORROBORATES REFINES]){...LinkDetail}contradicting:links(kinds:[CONTRADICTS]){...LinkDetail}repeating:links(kinds:[REPEATS SAME_EVENT]){...LinkDetail}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment LinkDetail on ClaimLink{...LinkCard from{...ClaimCard}to{...ClaimCard}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}" };

/** Counts and figures for a chart: events by month, kind, status, place, faction or first speaker. `sumMax` null: open above. */
export const ClaimStatistics: Operation<ClaimStatisticsQuery, ClaimStatisticsQueryVariables> = { kind: 'query', name: 'ClaimStatistics', text: "query ClaimStatistics($filter:ClaimFilter$by:[ClaimDimension!]$countOnce:CountOnce!=SAME_EVENT$first:Int!=1000){claimStats(filter:$filter by:$by countOnce:$countOnce first:$first){total truncated buckets{month kind status location{id label}faction{id name}source{id name}count quantities{measure figures sumMin sumBest sumMax withBest openAbove}}}}" };

export const CreateClaim: Operation<CreateClaimMutation, CreateClaimMutationVariables> = { kind: 'mutation', name: 'CreateClaim', text: "mutation CreateClaim($input:CreateClaimInput!){createClaim(input:$input){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

export const UpdateClaim: Operation<UpdateClaimMutation, UpdateClaimMutationVariables> = { kind: 'mutation', name: 'UpdateClaim', text: "mutation UpdateClaim($id:ID!$expectedVersion:Int!$input:UpdateClaimInput!){updateClaim(id:$id expectedVersion:$expectedVersion input:$input){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Writes the claim of this external id, or changes the one that has it. */
export const UpsertClaim: Operation<UpsertClaimMutation, UpsertClaimMutationVariables> = { kind: 'mutation', name: 'UpsertClaim', text: "mutation UpsertClaim($externalId:ExternalIdInput!$input:CreateClaimInput!){upsertClaim(externalId:$externalId input:$input){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Takes a claim back: out of lists and counts, still readable by its id. */
export const WithdrawClaim: Operation<WithdrawClaimMutation, WithdrawClaimMutationVariables> = { kind: 'mutation', name: 'WithdrawClaim', text: "mutation WithdrawClaim($id:ID!$expectedVersion:Int!$rationale:String!){withdrawClaim(id:$id expectedVersion:$expectedVersion rationale:$rationale){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Moves a claim's status and credibility, and says why. */
export const AssessClaim: Operation<AssessClaimMutation, AssessClaimMutationVariables> = { kind: 'mutation', name: 'AssessClaim', text: "mutation AssessClaim($claimId:ID!$input:AssessmentInput!){assessClaim(claimId:$claimId input:$input){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Says how one claim stands to another, and why. */
export const LinkClaims: Operation<LinkClaimsMutation, LinkClaimsMutationVariables> = { kind: 'mutation', name: 'LinkClaims', text: "mutation LinkClaims($input:ClaimLinkInput!){linkClaims(input:$input){link{...LinkDetail}warnings{...Notice}}}fragment LinkDetail on ClaimLink{...LinkCard from{...ClaimCard}to{...ClaimCard}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Notice on Warning{code message recordId}" };

export const UnlinkClaims: Operation<UnlinkClaimsMutation, UnlinkClaimsMutationVariables> = { kind: 'mutation', name: 'UnlinkClaims', text: "mutation UnlinkClaims($id:ID!$rationale:String!){unlinkClaims(id:$id rationale:$rationale){link{...LinkDetail withdrawn{...Taken}}warnings{...Notice}}}fragment LinkDetail on ClaimLink{...LinkCard from{...ClaimCard}to{...ClaimCard}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** One faction, whole. `notFound`: there is none of this id. */
export const FactionById: Operation<FactionByIdQuery, FactionByIdQueryVariables> = { kind: 'query', name: 'FactionById', text: "query FactionById($id:ID!){faction(id:$id){...FactionDetail}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}" };

/** Factions that a filter finds, by name unless told otherwise. */
export const Factions: Operation<FactionsQuery, FactionsQueryVariables> = { kind: 'query', name: 'Factions', text: "query Factions($filter:FactionFilter$orderBy:FactionOrder={by:NAME}$first:Int$after:String){factions(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...FactionCard}pageInfo{hasNextPage endCursor}}}fragment FactionCard on Faction{id version kind name collective}" };

/** A faction on a day: its relations then, and what is said to be in whose hands where it is named as holder. `notFound`: there is none of this id. */
export const FactionOnDay: Operation<FactionOnDayQuery, FactionOnDayQueryVariables> = { kind: 'query', name: 'FactionOnDay', text: "query FactionOnDay($id:ID!$day:String!$first:Int$after:String){faction(id:$id){...FactionCard relations(at:$day){...RelationCard}controls:claims(filter:{kind:[TERRITORIAL_CONTROL]party:{faction:[$id]role:[CONTROLLER]}occurred:{from:$day to:$day unknown:true}}orderBy:{by:OCCURRED}first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment FactionCard on Faction{id version kind name collective}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}" };

/** Claims that name a faction, in whatever role. `notFound`: there is none of this id. */
export const ClaimsAboutFaction: Operation<ClaimsAboutFactionQuery, ClaimsAboutFactionQueryVariables> = { kind: 'query', name: 'ClaimsAboutFaction', text: "query ClaimsAboutFaction($id:ID!$filter:ClaimFilter$orderBy:ClaimOrder={by:OCCURRED}$first:Int$after:String){faction(id:$id){...FactionCard claims(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment FactionCard on Faction{id version kind name collective}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}" };

export const CreateFaction: Operation<CreateFactionMutation, CreateFactionMutationVariables> = { kind: 'mutation', name: 'CreateFaction', text: "mutation CreateFaction($input:CreateFactionInput!){createFaction(input:$input){faction{...FactionDetail}warnings{...Notice}}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

export const UpdateFaction: Operation<UpdateFactionMutation, UpdateFactionMutationVariables> = { kind: 'mutation', name: 'UpdateFaction', text: "mutation UpdateFaction($id:ID!$expectedVersion:Int!$input:UpdateFactionInput!){updateFaction(id:$id expectedVersion:$expectedVersion input:$input){faction{...FactionDetail}warnings{...Notice}}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Writes the faction of this external id, or changes the one that has it. */
export const UpsertFaction: Operation<UpsertFactionMutation, UpsertFactionMutationVariables> = { kind: 'mutation', name: 'UpsertFaction', text: "mutation UpsertFaction($externalId:ExternalIdInput!$input:CreateFactionInput!){upsertFaction(externalId:$externalId input:$input){faction{...FactionDetail}warnings{...Notice}}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Takes a faction back: out of lists and counts, still readable by its id. */
export const WithdrawFaction: Operation<WithdrawFactionMutation, WithdrawFactionMutationVariables> = { kind: 'mutation', name: 'WithdrawFaction', text: "mutation WithdrawFaction($id:ID!$expectedVersion:Int!$rationale:String!){withdrawFaction(id:$id expectedVersion:$expectedVersion rationale:$rationale){faction{...FactionDetail}warnings{...Notice}}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Notes how one faction is said to stand to another; at least one claim must say so. */
export const RelateFactions: Operation<RelateFactionsMutation, RelateFactionsMutationVariables> = { kind: 'mutation', name: 'RelateFactions', text: "mutation RelateFactions($input:FactionRelationInput!){relateFactions(input:$input){relation{...RelationCard}warnings{...Notice}}}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Notice on Warning{code message recordId}" };

export const UnrelateFactions: Operation<UnrelateFactionsMutation, UnrelateFactionsMutationVariables> = { kind: 'mutation', name: 'UnrelateFactions', text: "mutation UnrelateFactions($id:ID!$rationale:String!){unrelateFactions(id:$id rationale:$rationale){relation{...RelationCard withdrawn{...Taken}}warnings{...Notice}}}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** One place, whole, with all that encloses it. `notFound`: there is none of this id. */
export const LocationById: Operation<LocationByIdQuery, LocationByIdQueryVariables> = { kind: 'query', name: 'LocationById', text: "query LocationById($id:ID!){location(id:$id){...LocationDetail}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}" };

/** Places that a filter finds, by name unless told otherwise. */
export const Locations: Operation<LocationsQuery, LocationsQueryVariables> = { kind: 'query', name: 'Locations', text: "query Locations($filter:LocationFilter$orderBy:LocationOrder={by:NAME}$first:Int$after:String){locations(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...LocationCard}pageInfo{hasNextPage endCursor}}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}" };

/** Places that bear a name, with every name they have: two may share one for ever, so expect several. */
export const LocationsByName: Operation<LocationsByNameQuery, LocationsByNameQueryVariables> = { kind: 'query', name: 'LocationsByName', text: "query LocationsByName($name:String!$first:Int$after:String){locations(filter:{text:$name}orderBy:{by:NAME}first:$first after:$after){nodes{...LocationCard names{...NameCard}}pageInfo{hasNextPage endCursor}}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}" };

/** The next smaller places directly inside a place. `notFound`: there is none of this id. */
export const PlacesInside: Operation<PlacesInsideQuery, PlacesInsideQueryVariables> = { kind: 'query', name: 'PlacesInside', text: "query PlacesInside($id:ID!$filter:LocationFilter$orderBy:LocationOrder={by:NAME}$first:Int$after:String){location(id:$id){...LocationCard children(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...LocationCard}pageInfo{hasNextPage endCursor}}}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}" };

export const CreateLocation: Operation<CreateLocationMutation, CreateLocationMutationVariables> = { kind: 'mutation', name: 'CreateLocation', text: "mutation CreateLocation($input:CreateLocationInput!){createLocation(input:$input){location{...LocationDetail}warnings{...Notice}}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

export const UpdateLocation: Operation<UpdateLocationMutation, UpdateLocationMutationVariables> = { kind: 'mutation', name: 'UpdateLocation', text: "mutation UpdateLocation($id:ID!$expectedVersion:Int!$input:UpdateLocationInput!){updateLocation(id:$id expectedVersion:$expectedVersion input:$input){location{...LocationDetail}warnings{...Notice}}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Writes the place of this external id, or changes the one that has it. */
export const UpsertLocation: Operation<UpsertLocationMutation, UpsertLocationMutationVariables> = { kind: 'mutation', name: 'UpsertLocation', text: "mutation UpsertLocation($externalId:ExternalIdInput!$input:CreateLocationInput!){upsertLocation(externalId:$externalId input:$input){location{...LocationDetail}warnings{...Notice}}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Takes a place back: out of lists and counts, still readable by its id. */
export const WithdrawLocation: Operation<WithdrawLocationMutation, WithdrawLocationMutationVariables> = { kind: 'mutation', name: 'WithdrawLocation', text: "mutation WithdrawLocation($id:ID!$expectedVersion:Int!$rationale:String!){withdrawLocation(id:$id expectedVersion:$expectedVersion rationale:$rationale){location{...LocationDetail}warnings{...Notice}}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** The record that has this id in another system, such as `ucdp-event` or `ocha-pcode`. Null: none has. */
export const RecordByExternalId: Operation<RecordByExternalIdQuery, RecordByExternalIdQueryVariables> = { kind: 'query', name: 'RecordByExternalId', text: "query RecordByExternalId($type:RecordType!$externalId:ExternalIdInput!){record(type:$type externalId:$externalId){...RecordCard}}fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}fragment Taken on Withdrawal{at by rationale}" };

/** What was changed in a record of any type, when and by whom: newest first. `notFound`: there is none of this id. */
export const RecordHistory: Operation<RecordHistoryQuery, RecordHistoryQueryVariables> = { kind: 'query', name: 'RecordHistory', text: "query RecordHistory($id:ID!$first:Int$after:String){node(id:$id){__typename ...on Record{...RecordCard history(first:$first after:$after){nodes{at by action change version diff{path before after}}pageInfo{hasNextPage endCursor}}}}}fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}fragment Taken on Withdrawal{at by rationale}" };

/** Gives a source, faction or place one more name. */
export const AddName: Operation<AddNameMutation, AddNameMutationVariables> = { kind: 'mutation', name: 'AddName', text: "mutation AddName($recordId:ID!$name:NameInput!){addName(recordId:$recordId name:$name){record{...RecordCard}warnings{...Notice}}}fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** One report, whole. `notFound`: there is none of this id. */
export const ReportById: Operation<ReportByIdQuery, ReportByIdQueryVariables> = { kind: 'query', name: 'ReportById', text: "query ReportById($id:ID!){report(id:$id){...ReportDetail}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}" };

/** Reports that a filter finds, the last published first unless told otherwise. */
export const Reports: Operation<ReportsQuery, ReportsQueryVariables> = { kind: 'query', name: 'Reports', text: "query Reports($filter:ReportFilter$orderBy:ReportOrder={by:PUBLISHED}$first:Int$after:String){reports(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ReportCard}pageInfo{hasNextPage endCursor}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}" };

/** What a report says, claim by claim. `notFound`: there is none of this id. */
export const ClaimsInReport: Operation<ClaimsInReportQuery, ClaimsInReportQueryVariables> = { kind: 'query', name: 'ClaimsInReport', text: "query ClaimsInReport($id:ID!$filter:ClaimFilter$orderBy:ClaimOrder$first:Int$after:String){report(id:$id){...ReportCard claims(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}" };

/** Writes a report and all its claims, whole or not at all. */
export const RecordReport: Operation<RecordReportMutation, RecordReportMutationVariables> = { kind: 'mutation', name: 'RecordReport', text: "mutation RecordReport($input:RecordReportInput!){recordReport(input:$input){report{...ReportDetail}claims{...ClaimCard}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Notice on Warning{code message recordId}" };

export const CreateReport: Operation<CreateReportMutation, CreateReportMutationVariables> = { kind: 'mutation', name: 'CreateReport', text: "mutation CreateReport($input:CreateReportInput!){createReport(input:$input){report{...ReportDetail}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

export const UpdateReport: Operation<UpdateReportMutation, UpdateReportMutationVariables> = { kind: 'mutation', name: 'UpdateReport', text: "mutation UpdateReport($id:ID!$expectedVersion:Int!$input:UpdateReportInput!){updateReport(id:$id expectedVersion:$expectedVersion input:$input){report{...ReportDetail}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Writes the report of this external id, or changes the one that has it. */
export const UpsertReport: Operation<UpsertReportMutation, UpsertReportMutationVariables> = { kind: 'mutation', name: 'UpsertReport', text: "mutation UpsertReport($externalId:ExternalIdInput!$input:CreateReportInput!){upsertReport(externalId:$externalId input:$input){report{...ReportDetail}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Takes a report back: out of lists and counts, still readable by its id. */
export const WithdrawReport: Operation<WithdrawReportMutation, WithdrawReportMutationVariables> = { kind: 'mutation', name: 'WithdrawReport', text: "mutation WithdrawReport($id:ID!$expectedVersion:Int!$rationale:String!){withdrawReport(id:$id expectedVersion:$expectedVersion rationale:$rationale){report{...ReportDetail}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Finds sources, factions and places by their names in any spelling and script, reports and claims by their words; each hit says why. */
export const Search: Operation<SearchQuery, SearchQueryVariables> = { kind: 'query', name: 'Search', text: "query Search($text:String!$types:[RecordType!]$within:ID$near:NearInput$match:NameMatch!=SCRIPT$first:Int$after:String){search(text:$text types:$types within:$within near:$near match:$match first:$first after:$after){totalCount nodes{rule score label name{...NameCard}record{...RecordCard}}pageInfo{hasNextPage endCursor}}}fragment NameCard on Name{id text kind language script scheme}fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}fragment Taken on Withdrawal{at by rationale}" };

/** One source, whole. `notFound`: there is none of this id. */
export const SourceById: Operation<SourceByIdQuery, SourceByIdQueryVariables> = { kind: 'query', name: 'SourceById', text: "query SourceById($id:ID!){source(id:$id){...SourceDetail}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}" };

/** Sources that a filter finds, by name unless told otherwise. */
export const Sources: Operation<SourcesQuery, SourcesQueryVariables> = { kind: 'query', name: 'Sources', text: "query Sources($filter:SourceFilter$orderBy:SourceOrder={by:NAME}$first:Int$after:String){sources(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...SourceCard}pageInfo{hasNextPage endCursor}}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}" };

/** A source's record: how it was rated, and what it claimed, first or passing on. `notFound`: there is none of this id. */
export const SourceRecord: Operation<SourceRecordQuery, SourceRecordQueryVariables> = { kind: 'query', name: 'SourceRecord', text: "query SourceRecord($id:ID!$asOrigin:Boolean=false$filter:ClaimFilter$orderBy:ClaimOrder={by:OCCURRED}$first:Int$after:String){source(id:$id){...SourceDetail claims(asOrigin:$asOrigin filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}" };

/** The reports that a source published or wrote. `notFound`: there is none of this id. */
export const ReportsBySource: Operation<ReportsBySourceQuery, ReportsBySourceQueryVariables> = { kind: 'query', name: 'ReportsBySource', text: "query ReportsBySource($id:ID!$filter:ReportFilter$orderBy:ReportOrder={by:PUBLISHED}$first:Int$after:String){source(id:$id){...SourceCard reports(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ReportCard}pageInfo{hasNextPage endCursor}}}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}" };

export const CreateSource: Operation<CreateSourceMutation, CreateSourceMutationVariables> = { kind: 'mutation', name: 'CreateSource', text: "mutation CreateSource($input:CreateSourceInput!){createSource(input:$input){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

export const UpdateSource: Operation<UpdateSourceMutation, UpdateSourceMutationVariables> = { kind: 'mutation', name: 'UpdateSource', text: "mutation UpdateSource($id:ID!$expectedVersion:Int!$input:UpdateSourceInput!){updateSource(id:$id expectedVersion:$expectedVersion input:$input){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Writes the source of this external id, or changes the one that has it. */
export const UpsertSource: Operation<UpsertSourceMutation, UpsertSourceMutationVariables> = { kind: 'mutation', name: 'UpsertSource', text: "mutation UpsertSource($externalId:ExternalIdInput!$input:CreateSourceInput!){upsertSource(externalId:$externalId input:$input){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Takes a source back: out of lists and counts, still readable by its id. */
export const WithdrawSource: Operation<WithdrawSourceMutation, WithdrawSourceMutationVariables> = { kind: 'mutation', name: 'WithdrawSource', text: "mutation WithdrawSource($id:ID!$expectedVersion:Int!$rationale:String!){withdrawSource(id:$id expectedVersion:$expectedVersion rationale:$rationale){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Judges a source's reliability, Admiralty A–F, and says why. */
export const RateSource: Operation<RateSourceMutation, RateSourceMutationVariables> = { kind: 'mutation', name: 'RateSource', text: "mutation RateSource($sourceId:ID!$input:RatingInput!){rateSource(sourceId:$sourceId input:$input){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };

/** Notes that a source is said to belong to a faction or another source; at least one claim must say so. */
export const AffiliateSource: Operation<AffiliateSourceMutation, AffiliateSourceMutationVariables> = { kind: 'mutation', name: 'AffiliateSource', text: "mutation AffiliateSource($input:AffiliationInput!){affiliateSource(input:$input){affiliation{...AffiliationCard}warnings{...Notice}}}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Notice on Warning{code message recordId}" };

export const UnaffiliateSource: Operation<UnaffiliateSourceMutation, UnaffiliateSourceMutationVariables> = { kind: 'mutation', name: 'UnaffiliateSource', text: "mutation UnaffiliateSource($id:ID!$rationale:String!){unaffiliateSource(id:$id rationale:$rationale){affiliation{...AffiliationCard withdrawn{...Taken}}warnings{...Notice}}}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}" };