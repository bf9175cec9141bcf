/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How we come to a value. */
export type Basis =
  /** The analyst concluded it from the report and its circumstances. */
  | 'INFERRED'
  /** The report says so. */
  | 'STATED';

/** What `body` is. Only VERBATIM and TRANSLATION may be quoted as the document’s words. */
export type BodyKind =
  /** Parts of it. */
  | 'EXCERPT'
  /** An analyst’s retelling: no quotation. */
  | 'PARAPHRASE'
  /** A translation of it. */
  | 'TRANSLATION'
  /** The document’s own text. */
  | 'VERBATIM';

/** In what capacity a speaker knows. */
export type Capacity =
  /** Concluded it. */
  | 'ANALYST'
  /** Heard others say so. */
  | 'HEARSAY'
  /** Speaks for a body. */
  | 'OFFICIAL'
  /** Took part in it. */
  | 'PARTICIPANT'
  /** Passes on what another said: an outlet, an agency. */
  | 'RELAY'
  /** Not stated. */
  | 'UNSTATED'
  /** Saw or heard it. */
  | 'WITNESS';

/** Which claims. All keys must hold; a key that is null or left out asks nothing. With `kind` and without `modality`, only what is said to have happened is found: a feared air strike is no air strike. */
export type ClaimFilter = {
  /** A total over incidents not separated, or not. */
  readonly aggregate?: boolean | null | undefined;
  /** All of these. */
  readonly and?: ReadonlyArray<ClaimFilter> | null | undefined;
  /** With this id in another system, such as a UCDP event. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** One of these claims. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** Of one of these kinds. FEARED, PREDICTED and DENIED ones only if `modality` asks for them. */
  readonly kind?: ReadonlyArray<ClaimKind> | null | undefined;
  /** That is linked so to another claim. */
  readonly link?: LinkFilter | null | undefined;
  /** Put in one of these ways. */
  readonly modality?: ReadonlyArray<Modality> | null | undefined;
  /** Not this. */
  readonly not?: ClaimFilter | null | undefined;
  /** When it is said to have happened. */
  readonly occurred?: PeriodFilter | null | undefined;
  /** At least one of these. */
  readonly or?: ReadonlyArray<ClaimFilter> | null | undefined;
  /** Which factions it names. */
  readonly party?: PartyFilter | null | undefined;
  /** Where. */
  readonly place?: PlaceFilter | null | undefined;
  /** That gives a figure such as this. */
  readonly quantity?: QuantityFilter | null | undefined;
  /** Whose report is one of these. */
  readonly report?: ReportFilter | null | undefined;
  /** When the world could know: the earliest publication among its report and citations. */
  readonly reported?: PeriodFilter | null | undefined;
  /** Whether its report, one it cites, or a source, place or faction that it names has been withdrawn. */
  readonly restsOnWithdrawn?: boolean | null | undefined;
  /** Who says so, anywhere in a chain. */
  readonly speaker?: SpeakerFilter | null | undefined;
  /** Whose verification stands so. */
  readonly status?: ReadonlyArray<ClaimStatus> | null | undefined;
  /** With this text of up to 1000 characters in its statement or passage, case left aside. */
  readonly text?: string | null | undefined;
};

/** What a claim is about. ACLED sub-event types in brackets. */
export type ClaimKind =
  /** People abducted or made to disappear (Abduction/forced disappearance). */
  | 'ABDUCTION'
  /** A party gains ground, enters or draws near (Government regains territory, Non-state actor overtakes territory). */
  | 'ADVANCE'
  /** Parties agree: truce, surrender, reconciliation (Agreement). */
  | 'AGREEMENT'
  /** An attack from the air (Air/drone strike). */
  | 'AIRSTRIKE'
  /** A bomb, mine or suicide attack (Remote explosive/landmine/IED, Suicide bomb, Grenade). */
  | 'BOMBING'
  /** People killed or hurt, where how is not the point; UCDP events of type 1 and 2. */
  | 'CASUALTIES'
  /** Use of chemical weapons (Chemical weapon). */
  | 'CHEMICAL_ATTACK'
  /** Fighting between armed parties (Armed clash). */
  | 'CLASH'
  /** Forces are moved or stationed. */
  | 'DEPLOYMENT'
  /** Buildings or goods are destroyed (Looting/property destruction). */
  | 'DESTRUCTION'
  /** People arrested or held (Arrests). */
  | 'DETENTION'
  /** People flee or are driven out. */
  | 'DISPLACEMENT'
  /** How people fare: food, water, shelter, fear, aid. */
  | 'HUMANITARIAN_SITUATION'
  /** Goods are carried off (Looting/property destruction). */
  | 'LOOTING'
  /** Fighters are called up or gathered. */
  | 'MOBILISATION'
  /** Parties talk. */
  | 'NEGOTIATION'
  /** None of these. */
  | 'OTHER'
  /** A demonstration (Peaceful protest, Protest with intervention). */
  | 'PROTEST'
  /** How parties stand to each other: alliance, backing, membership. */
  | 'RELATION'
  /** People come back. */
  | 'RETURN'
  /** A violent demonstration or mob (Violent demonstration, Mob violence). */
  | 'RIOT'
  /** Artillery, mortar or rocket fire (Shelling/artillery/missile attack). */
  | 'SHELLING'
  /** A place cut off. */
  | 'SIEGE'
  /** A party holds a place (Headquarters or base established). */
  | 'TERRITORIAL_CONTROL'
  /** Civilians attacked (Attack, Sexual violence); UCDP events of type 3. */
  | 'VIOLENCE_AGAINST_CIVILIANS'
  /** A party gives ground or leaves (Non-violent transfer of territory). */
  | 'WITHDRAWAL';

/** How one claim stands to another: read it from `from` to `to`. */
export type ClaimLinkKind =
  /** `from` was caused by `to`, a source says so. */
  | 'CAUSED_BY'
  /** They cannot both be so. */
  | 'CONTRADICTS'
  /** `from` supports `to`. */
  | 'CORROBORATES'
  /** `from` came after `to` in time. No cause is said. */
  | 'FOLLOWS'
  /** `from` says the same as `to`, more exactly. */
  | 'REFINES'
  /** `from` repeats `to`: one origin. */
  | 'REPEATS'
  /** They are about one event; totals count it once. */
  | 'SAME_EVENT'
  /** `from` replaces `to`: a later figure, a correction. */
  | 'SUPERSEDES';

/** Where the verification of a claim stands. */
export type ClaimStatus =
  /** There are good grounds for and against. */
  | 'DISPUTED'
  /** Shown not to be so. */
  | 'REFUTED'
  /** Its source took it back. */
  | 'RETRACTED'
  /** Nobody has verified it. */
  | 'UNVERIFIED'
  /** Checked against evidence and held to be so. */
  | 'VERIFIED';

/** How a figure bounds what it counts; derived from min, best, max and approximate. */
export type Comparator =
  /** min = max and approximate, or only a best estimate. */
  | 'ABOUT'
  /** Open above: there is no max. */
  | 'AT_LEAST'
  /** Open below: there is no min. */
  | 'AT_MOST'
  /** From min to max. */
  | 'BETWEEN'
  /** min = max. */
  | 'EXACTLY';

/** How credible a claim is: Admiralty code, NATO STANAG 2511. Apart from its source’s reliability and never fused with it. */
export type Credibility =
  /** 5: improbable. */
  | 'FIVE'
  /** 4: doubtful. */
  | 'FOUR'
  /** 1: confirmed by other sources. */
  | 'ONE'
  /** 6: cannot be judged; nobody has judged it. */
  | 'SIX'
  /** 3: possibly true. */
  | 'THREE'
  /** 2: probably true. */
  | 'TWO';

/** The width of what is known of a date. */
export type DatePrecision =
  /** One day. */
  | 'DAY'
  /** Two to six days. */
  | 'DAYS'
  /** Longer than 366 days. */
  | 'DECADE'
  /** Eight to 31 days. */
  | 'MONTH'
  /** A time of day. */
  | 'TIME'
  /** No width can be told: a side is open, unknown, or approximate without bounds. */
  | 'UNKNOWN'
  /** Seven days. */
  | 'WEEK'
  /** 32 to 366 days. */
  | 'YEAR';

/** How something fills a stretch of time. */
export type Extent =
  /** It held on every day of it. */
  | 'THROUGHOUT'
  /** It happened at some time in it. */
  | 'WITHIN';

/** A record’s id in another system. */
export type ExternalIdInput = {
  /** The other system: `ucdp-event`, `ocha-pcode`, `wikidata` … Up to 60 characters. */
  readonly system: string;
  /** The record’s id in the other system. It cannot be a URL. Up to 200 characters. */
  readonly value: string;
};

/** What sort of party it is. */
export type FactionKind =
  /** Several factions together under one name. */
  | 'ALLIANCE'
  /** Civilians, where a report makes them a party. */
  | 'CIVILIANS'
  /** Another state, or its forces. */
  | 'FOREIGN_STATE'
  /** An armed group beside the regular forces of a side. */
  | 'MILITIA'
  /** A council, party or administration. */
  | 'POLITICAL_BODY'
  /** An armed group that fights the government. */
  | 'REBEL_GROUP'
  /** Armed forces of the country’s government. */
  | 'STATE_FORCES'
  /** Nobody said what it is. */
  | 'UNKNOWN';

/** How exactly a place is known; UCDP `where_prec`, widest meaning last. */
export type GeoPrecision =
  /** Somewhere in the country (UCDP 6). */
  | 'COUNTRY'
  /** Somewhere in the district (UCDP 3). */
  | 'DISTRICT'
  /** The place itself (UCDP 1, ACLED 1). */
  | 'EXACT'
  /** Somewhere in the governorate (UCDP 4, ACLED 3). */
  | 'GOVERNORATE'
  /** Waters or air space of no country (UCDP 7). */
  | 'INTERNATIONAL'
  /** A line, or a region without sharp borders (UCDP 5). */
  | 'LINE_OR_REGION'
  /** Within about 25 km of it (UCDP 2, ACLED 2). */
  | 'WITHIN_25_KM';

/** How it stands to other claims. */
export type LinkFilter = {
  /** By a link of one of these kinds. */
  readonly kind?: ReadonlyArray<ClaimLinkKind> | null | undefined;
  /** To or from this claim. */
  readonly to?: string | null | undefined;
};

/** What sort of place it is. */
export type LocationKind =
  /** A city, town, village or camp (OCHA level 4). */
  | 'COMMUNITY'
  /** A country (OCHA level 0). */
  | 'COUNTRY'
  /** A border or front-line crossing. */
  | 'CROSSING'
  /** Known only by a description: "wooded land". */
  | 'DESCRIBED'
  /** A district (OCHA level 2). */
  | 'DISTRICT'
  /** A base, hospital, school, plant, airfield. */
  | 'FACILITY'
  /** A governorate or province (OCHA level 1). */
  | 'GOVERNORATE'
  /** An area that people name, without official borders. */
  | 'INFORMAL_REGION'
  /** A mountain, river, basin, wood. */
  | 'NATURAL_FEATURE'
  /** A part of a community. */
  | 'NEIGHBOURHOOD'
  /** A road. */
  | 'ROAD'
  /** A subdistrict (OCHA level 3). */
  | 'SUBDISTRICT';

/** What a figure counts. */
export type Measure =
  /** Buildings damaged or destroyed. */
  | 'BUILDINGS_DAMAGED'
  /** Parties to the conflict, as the source counts them. */
  | 'FACTIONS'
  /** People under arms. */
  | 'FIGHTERS'
  /** Households that fled or were driven out. */
  | 'HOUSEHOLDS_DISPLACED'
  /** Something else: see `asWritten`. */
  | 'OTHER'
  /** People held. */
  | 'PEOPLE_DETAINED'
  /** People who fled or were driven out. */
  | 'PEOPLE_DISPLACED'
  /** People hurt. */
  | 'PEOPLE_INJURED'
  /** People who were killed. */
  | 'PEOPLE_KILLED'
  /** People of whom nobody knows where they are. */
  | 'PEOPLE_MISSING'
  /** People who came back. */
  | 'PEOPLE_RETURNED'
  /** Strikes, shells or raids. */
  | 'STRIKES';

/** How the speaker puts it. */
export type Modality =
  /** It is said to be so; the speaker passes it on. */
  | 'ALLEGED'
  /** It is so. */
  | 'ASSERTED'
  /** It is not so: the speaker denies the statement. */
  | 'DENIED'
  /** It is about so, by the speaker’s estimate. */
  | 'ESTIMATED'
  /** Somebody fears that it will be so. It did not happen for that. */
  | 'FEARED'
  /** It will be so. */
  | 'PREDICTED';

/** Near a point. */
export type NearInput = {
  /** Latitude in degrees. */
  readonly lat: number;
  /** Longitude in degrees. */
  readonly lon: number;
  /** Kilometres around it along the earth’s surface: above 0, at most 1,000. */
  readonly withinKm: number;
};

/** Which factions it names. Both keys must hold for the same party of the claim. */
export type PartyFilter = {
  /** One of these factions. */
  readonly faction?: ReadonlyArray<string> | null | undefined;
  /** In one of these roles. */
  readonly role?: ReadonlyArray<PartyRole> | null | undefined;
};

/** What a faction is to a claim. */
export type PartyRole =
  /** It did it. */
  | 'ACTOR'
  /** It was helped by it. */
  | 'BENEFICIARY'
  /** It holds the place. */
  | 'CONTROLLER'
  /** It lost the place. */
  | 'LOSER'
  /** It took part; who did what to whom is not said. */
  | 'PARTICIPANT'
  /** It was done to it. */
  | 'TARGET';

/** The part of a report that a passage stands in. */
export type PassagePart =
  /** The body. */
  | 'BODY'
  /** The title. */
  | 'TITLE';

/** A period of civil days, both ends included. With neither end it asks nothing. */
export type PeriodFilter = {
  /** The first day, `YYYY-MM-DD`. Null: no lower end. */
  readonly from?: string | null | undefined;
  /** Whether it may have been in the period, or surely was. */
  readonly match?: PeriodMatch;
  /** The last day, `YYYY-MM-DD`. Null: no upper end. */
  readonly to?: string | null | undefined;
  /** Let in what has no date at all, too. */
  readonly unknown?: boolean;
};

/** How a stretch of time meets a period. */
export type PeriodMatch =
  /** It may have happened in the period. An unknown bound counts as unbounded. */
  | 'OVERLAPS'
  /** It surely did: both bounds lie in the period. */
  | 'WITHIN';

/** Whom a figure counts. */
export type PersonCategory =
  /** Anyone. */
  | 'ANY'
  /** People under 18. */
  | 'CHILDREN'
  /** People who take no part in the fighting. */
  | 'CIVILIANS'
  /** People who take part in the fighting. */
  | 'COMBATANTS'
  /** People of whom it is not known whether they fought. */
  | 'UNKNOWN_STATUS'
  /** Women, grown up. */
  | 'WOMEN';

/** Where. All keys must hold for the same place of the claim. */
export type PlaceFilter = {
  /** At one of these places. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** Near a point: the claim’s own, else the place’s. */
  readonly near?: NearInput | null | undefined;
  /** Placed with one of these precisions: leave out what is known only to a governorate. */
  readonly precision?: ReadonlyArray<GeoPrecision> | null | undefined;
  /** In one of these roles. */
  readonly role?: ReadonlyArray<PlaceRole> | null | undefined;
  /** A place means the place and all inside it, unless told otherwise. */
  readonly scope?: PlaceScope;
};

/** What a place is to a claim. */
export type PlaceRole =
  /** Along it. */
  | 'ALONG'
  /** There. */
  | 'AT'
  /** Away from there. */
  | 'FROM'
  /** Into there. */
  | 'TO'
  /** In that direction. */
  | 'TOWARDS';

/** How far a place reaches. */
export type PlaceScope =
  /** Only what names the place itself. */
  | 'EXACT'
  /** The place and all that lies inside it. */
  | 'WITHIN'
  /** That, and the areas that share ground with it and all that lies inside them. */
  | 'WITHIN_OR_OVERLAPPING';

/** A figure it gives. All keys must hold for the same figure. */
export type QuantityFilter = {
  /** It may be this or more: its max, or open above. */
  readonly atLeast?: number | null | undefined;
  /** It may be this or less: its min, or open below. */
  readonly atMost?: number | null | undefined;
  /** Whom it counts. */
  readonly category?: PersonCategory | null | undefined;
  /** What it counts. */
  readonly measure: Measure;
  /** Whether it is open above: has no max. */
  readonly openAbove?: boolean | null | undefined;
};

/** Which reports. All keys must hold; a key that is null or left out asks nothing. */
export type ReportFilter = {
  /** All of these. */
  readonly and?: ReadonlyArray<ReportFilter> | null | undefined;
  /** One of these reports. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** Of one of these kinds. */
  readonly kind?: ReadonlyArray<ReportKind> | null | undefined;
  /** In one of these languages, region left aside: `en` finds `en-GB`. */
  readonly language?: ReadonlyArray<string> | null | undefined;
  /** Not this. */
  readonly not?: ReportFilter | null | undefined;
  /** At least one of these. */
  readonly or?: ReadonlyArray<ReportFilter> | null | undefined;
  /** Published in this period. */
  readonly published?: PeriodFilter | null | undefined;
  /** Published by one of these sources. */
  readonly publisher?: ReadonlyArray<string> | null | undefined;
  /** Whether it reprints or translates another report. */
  readonly reprint?: boolean | null | undefined;
  /** With this text of up to 1000 characters in title, summary or body, case left aside. */
  readonly text?: string | null | undefined;
  /** With exactly this URL, as its address or its archived copy’s. */
  readonly url?: string | null | undefined;
};

/** What sort of document a report is. */
export type ReportKind =
  /** A news article or blog post. */
  | 'ARTICLE'
  /** Radio or television. */
  | 'BROADCAST'
  /** A release of a data set. */
  | 'DATASET'
  /** An interview, ours or another’s. */
  | 'INTERVIEW'
  /** None of these. */
  | 'OTHER'
  /** A regular report on a situation, by an agency or monitor. */
  | 'SITUATION_REPORT'
  /** A post on a social network or channel. */
  | 'SOCIAL_POST'
  /** An official or organisation’s statement. */
  | 'STATEMENT'
  /** A video. */
  | 'VIDEO';

/** What sort of source it is. */
export type SourceKind =
  /** Several people known only as a group: "local activists". */
  | 'COLLECTIVE'
  /** A data set. */
  | 'DATASET'
  /** A ministry, army, court or other body of a state or administration. */
  | 'OFFICIAL_BODY'
  /** A monitoring group, charity, agency or other organisation. */
  | 'ORGANISATION'
  /** A news outlet, channel or site. */
  | 'OUTLET'
  /** One person. */
  | 'PERSON'
  /** Nobody said what it is. */
  | 'UNKNOWN';

/** Who says so. All keys must hold for the same speaker. */
export type SpeakerFilter = {
  /** Only the first speaker of a chain, not those who passed it on. */
  readonly first?: boolean;
  /** A source of one of these kinds. */
  readonly kind?: ReadonlyArray<SourceKind> | null | undefined;
  /** One of these sources. */
  readonly source?: ReadonlyArray<string> | null | undefined;
};

export type ExportedReportFragment = { readonly id: string, readonly kind: ReportKind, readonly title: string, readonly url: string | null, readonly archivedUrl: string | null, readonly language: string | null, readonly published: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null } | null, readonly publisher: { readonly id: string, readonly name: string, readonly kind: SourceKind } | null };

export type ExportedClaimFragment = { readonly id: string, readonly kind: ClaimKind, readonly modality: Modality, readonly status: ClaimStatus, readonly credibility: Credibility, readonly aggregate: boolean, readonly statement: string, readonly language: string, readonly restsOnWithdrawn: boolean, readonly createdAt: string, readonly updatedAt: string, readonly occurred: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: DatePrecision, readonly extent: Extent, readonly basis: Basis } | null, readonly places: ReadonlyArray<{ readonly role: PlaceRole, readonly basis: Basis, readonly geoPrecision: GeoPrecision | null, readonly asWritten: string | null, readonly point: { readonly lat: number, readonly lon: number } | null, readonly location: { readonly id: string, readonly label: string, readonly kind: LocationKind, readonly geoPrecision: GeoPrecision | null, readonly point: { readonly lat: number, readonly lon: number } | null } }>, readonly parties: ReadonlyArray<{ readonly role: PartyRole, readonly group: number | null, readonly basis: Basis, readonly faction: { readonly id: string, readonly name: string, readonly kind: FactionKind } }>, readonly quantities: ReadonlyArray<{ readonly measure: Measure, readonly min: number | null, readonly best: number | null, readonly max: number | null, readonly approximate: boolean, readonly comparator: Comparator, readonly partOf: string | null, readonly of: { readonly category: PersonCategory, readonly faction: { readonly id: string, readonly name: string } | null } | null }>, readonly attributions: ReadonlyArray<{ readonly chain: ReadonlyArray<{ readonly capacity: Capacity, readonly verb: string | null, readonly source: { readonly id: string, readonly name: string, readonly kind: SourceKind }, readonly report: ExportedReportFragment | null }> }>, readonly passage: { readonly quote: string, readonly in: PassagePart, readonly directSpeech: boolean, readonly bodyKind: BodyKind | null } | null, readonly report: ExportedReportFragment, readonly citations: ReadonlyArray<{ readonly locator: string | null, readonly report: ExportedReportFragment }>, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }> };

export type ExportClaimsQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ExportClaimsQuery = { readonly claims: { readonly nodes: ReadonlyArray<ExportedClaimFragment>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExportReviewedClaimsQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ExportReviewedClaimsQuery = { readonly claims: { readonly nodes: ReadonlyArray<(
      { readonly assessments: ReadonlyArray<{ readonly status: ClaimStatus, readonly credibility: Credibility, readonly rationale: string, readonly by: string, readonly at: string }> }
      & ExportedClaimFragment
    )>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };
