/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How a value came to be known. */
export type Basis =
  /** The analyst inferred the value from the report and its circumstances. */
  | 'INFERRED'
  /** The report states the value. */
  | 'STATED';

/** What a report’s `body` is. Only VERBATIM and TRANSLATION may be quoted as the document’s words. */
export type BodyKind =
  /** Parts of the document’s text. */
  | 'EXCERPT'
  /** A retelling by an analyst, not to be quoted. */
  | 'PARAPHRASE'
  /** A translation of the document’s text. */
  | 'TRANSLATION'
  /** The document’s own text. */
  | 'VERBATIM';

/** The capacity in which a source makes or passes on a claim. */
export type Capacity =
  /** The source concluded it from evidence. */
  | 'ANALYST'
  /** The source heard it from others who are not named. */
  | 'HEARSAY'
  /** The source speaks for an authority or organisation. */
  | 'OFFICIAL'
  /** The source took part in the event. */
  | 'PARTICIPANT'
  /** The source, such as an outlet or agency, passes on what another said. */
  | 'RELAY'
  /** The report does not state the capacity. */
  | 'UNSTATED'
  /** The source saw or heard the event. */
  | 'WITNESS';

/** Conditions on claims. All must hold; null or omitted conditions are ignored, and an empty list of values matches nothing. With `kind` and without `modality`, only claims of what is said to have happened match: a feared air strike is not an air strike. */
export type ClaimFilter = {
  /** Whether the claim is a total over incidents that the report did not separate. */
  readonly aggregate?: boolean | null | undefined;
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<ClaimFilter> | null | undefined;
  /** The claim has this id in another system, such as a UCDP event id. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The claim is one of these. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** The claim is of one of these kinds. FEARED, PREDICTED and DENIED claims match only if `modality` asks for them. */
  readonly kind?: ReadonlyArray<ClaimKind> | null | undefined;
  /** Conditions on a link between the claim and another that is not withdrawn. */
  readonly link?: LinkFilter | null | undefined;
  /** The claim is put in one of these ways. */
  readonly modality?: ReadonlyArray<Modality> | null | undefined;
  /** A filter that must not match. Inside it, `kind` covers claims of every modality. */
  readonly not?: ClaimFilter | null | undefined;
  /** The period in which the event is said to have happened. */
  readonly occurred?: PeriodFilter | null | undefined;
  /** Filters of which at least one must match. */
  readonly or?: ReadonlyArray<ClaimFilter> | null | undefined;
  /** Conditions on a faction that the claim names. */
  readonly party?: PartyFilter | null | undefined;
  /** Conditions on a place that the claim names. */
  readonly place?: PlaceFilter | null | undefined;
  /** Conditions on a figure that the claim gives. */
  readonly quantity?: QuantityFilter | null | undefined;
  /** Conditions on the report in which the claim was read. */
  readonly report?: ReportFilter | null | undefined;
  /** The period in which the world could first know: the earliest publication among the claim’s report and citations. */
  readonly reported?: PeriodFilter | null | undefined;
  /** Whether a record that the claim depends on is withdrawn: its report, a cited report, or a source, place or faction that it names. */
  readonly restsOnWithdrawn?: boolean | null | undefined;
  /** Conditions on a speaker, anywhere in the claim’s attribution chains. */
  readonly speaker?: SpeakerFilter | null | undefined;
  /** The claim has one of these verification statuses. */
  readonly status?: ReadonlyArray<ClaimStatus> | null | undefined;
  /** The claim’s statement or passage contains this text, ignoring case. Up to 1,000 characters. */
  readonly text?: string | null | undefined;
};

/** What a claim is about. The matching ACLED sub-event types are in brackets. */
export type ClaimKind =
  /** An abduction or enforced disappearance (Abduction/forced disappearance). */
  | 'ABDUCTION'
  /** A party gains ground, enters a place or approaches it (Government regains territory, Non-state actor overtakes territory). */
  | 'ADVANCE'
  /** Parties reach a truce, surrender or reconciliation (Agreement). */
  | 'AGREEMENT'
  /** An attack from the air (Air/drone strike). */
  | 'AIRSTRIKE'
  /** A bomb, mine or suicide attack (Remote explosive/landmine/IED, Suicide bomb, Grenade). */
  | 'BOMBING'
  /** People were killed or injured, where the means is not the point; UCDP violence types 1 and 2. */
  | 'CASUALTIES'
  /** The use of chemical weapons (Chemical weapon). */
  | 'CHEMICAL_ATTACK'
  /** Fighting between armed parties (Armed clash). */
  | 'CLASH'
  /** Forces are moved or stationed. */
  | 'DEPLOYMENT'
  /** Buildings or goods are destroyed (Looting/property destruction). */
  | 'DESTRUCTION'
  /** An arrest or detention (Arrests). */
  | 'DETENTION'
  /** People flee or are driven out. */
  | 'DISPLACEMENT'
  /** How people are living: food, water, shelter, fear, aid. */
  | 'HUMANITARIAN_SITUATION'
  /** Goods are stolen or carried off (Looting/property destruction). */
  | 'LOOTING'
  /** Fighters are called up or assembled. */
  | 'MOBILISATION'
  /** Parties hold talks with each other. */
  | 'NEGOTIATION'
  /** Anything that no other kind covers. */
  | 'OTHER'
  /** A demonstration (Peaceful protest, Protest with intervention). */
  | 'PROTEST'
  /** A relation between parties: alliance, support, membership. */
  | 'RELATION'
  /** Displaced people come back. */
  | 'RETURN'
  /** A violent demonstration or mob violence (Violent demonstration, Mob violence). */
  | 'RIOT'
  /** Artillery, mortar or rocket fire (Shelling/artillery/missile attack). */
  | 'SHELLING'
  /** A place is surrounded or cut off. */
  | 'SIEGE'
  /** A party holds a place (Headquarters or base established). */
  | 'TERRITORIAL_CONTROL'
  /** An attack on civilians (Attack, Sexual violence); UCDP violence type 3. */
  | 'VIOLENCE_AGAINST_CIVILIANS'
  /** A party gives up ground or leaves (Non-violent transfer of territory). */
  | 'WITHDRAWAL';

/** How one claim relates to another. Read each kind from `from` to `to`. */
export type ClaimLinkKind =
  /** A source says that the event in `from` was caused by the one in `to`. */
  | 'CAUSED_BY'
  /** The two claims cannot both be true. */
  | 'CONTRADICTS'
  /** The claim in `from` supports the claim in `to`. */
  | 'CORROBORATES'
  /** The event in `from` came after the one in `to`. This states no cause. */
  | 'FOLLOWS'
  /** The claim in `from` says the same as `to`, more precisely. */
  | 'REFINES'
  /** The claim in `from` repeats `to`: both have one origin, and totals count them once. */
  | 'REPEATS'
  /** The two claims are about one event; totals count it once. */
  | 'SAME_EVENT'
  /** The claim in `from` replaces `to`: a later figure or a correction. */
  | 'SUPERSEDES';

/** The result of verifying a claim. */
export type ClaimStatus =
  /** There is good evidence for and against the claim. */
  | 'DISPUTED'
  /** The claim was shown to be false. */
  | 'REFUTED'
  /** The source took the claim back. */
  | 'RETRACTED'
  /** Nobody has verified the claim yet. */
  | 'UNVERIFIED'
  /** The claim was checked against evidence and found to be true. */
  | 'VERIFIED';

/** How a figure bounds what it counts. Derived from `min`, `best`, `max` and `approximate`. */
export type Comparator =
  /** An approximate number: `min` equals `max` and `approximate` is true, or only `best` is set. */
  | 'ABOUT'
  /** Open above: `min` is set and `max` is null. */
  | 'AT_LEAST'
  /** Open below: `max` is set and `min` is null. */
  | 'AT_MOST'
  /** Bounded on both sides, from `min` to `max`. */
  | 'BETWEEN'
  /** An exact number: `min` equals `max`. */
  | 'EXACTLY';

/** How credible a claim is: Admiralty code 1–6, NATO STANAG 2511. It is separate from the reliability of the source and never merged with it. */
export type Credibility =
  /** 5: improbable; other information contradicts it. */
  | 'FIVE'
  /** 4: doubtful; not confirmed. */
  | 'FOUR'
  /** 1: confirmed by other sources. */
  | 'ONE'
  /** 6: truth cannot be judged, or has not been judged yet. */
  | 'SIX'
  /** 3: possibly true; not confirmed. */
  | 'THREE'
  /** 2: probably true; not confirmed. */
  | 'TWO';

/** How wide the range of possible dates is, in days. */
export type DatePrecision =
  /** One civil day is known. */
  | 'DAY'
  /** A range of two to six days. */
  | 'DAYS'
  /** A range of more than 366 days. */
  | 'DECADE'
  /** A range of 8 to 31 days. */
  | 'MONTH'
  /** A time of day is known. */
  | 'TIME'
  /** The range has no width: one bound is open or unknown, or the date is approximate without bounds. */
  | 'UNKNOWN'
  /** A range of seven days. */
  | 'WEEK'
  /** A range of 32 to 366 days. */
  | 'YEAR';

/** How an event or state fills an interval of time. */
export type Extent =
  /** The state held on every day of the interval. */
  | 'THROUGHOUT'
  /** The event happened at some time in the interval. */
  | 'WITHIN';

/** A record’s id in another system. */
export type ExternalIdInput = {
  /** The other system: `ucdp-event`, `ocha-pcode`, `wikidata` … Up to 60 characters. */
  readonly system: string;
  /** The record’s id in the other system. It cannot be a URL. Up to 200 characters. */
  readonly value: string;
};

/** What kind of party a faction is. */
export type FactionKind =
  /** Several factions that act together under one name. */
  | 'ALLIANCE'
  /** Civilians, where a report treats them as a party. */
  | 'CIVILIANS'
  /** Another state, or its armed forces. */
  | 'FOREIGN_STATE'
  /** An armed group alongside the regular forces of one side. */
  | 'MILITIA'
  /** A council, political party or administration. */
  | 'POLITICAL_BODY'
  /** An armed group that fights the government. */
  | 'REBEL_GROUP'
  /** The armed forces of the country’s government. */
  | 'STATE_FORCES'
  /** No source says what the faction is. */
  | 'UNKNOWN';

/** How exactly a place is known. The codes of UCDP `where_prec` and ACLED `geo_precision` are in brackets. */
export type GeoPrecision =
  /** Somewhere in the country (UCDP 6). */
  | 'COUNTRY'
  /** Somewhere in the district (UCDP 3). */
  | 'DISTRICT'
  /** The place itself (UCDP 1, ACLED 1). */
  | 'EXACT'
  /** Somewhere in the governorate (UCDP 4, ACLED 3). */
  | 'GOVERNORATE'
  /** In international waters or airspace (UCDP 7). */
  | 'INTERNATIONAL'
  /** Along a line, or in a region without sharp borders (UCDP 5). */
  | 'LINE_OR_REGION'
  /** Within about 25 km of the place (UCDP 2, ACLED 2). */
  | 'WITHIN_25_KM';

/** Conditions on the links of a claim. All must hold for the same link; null or omitted conditions are ignored. */
export type LinkFilter = {
  /** The link is of one of these kinds, in either direction. */
  readonly kind?: ReadonlyArray<ClaimLinkKind> | null | undefined;
  /** The link leads to or from this claim. */
  readonly to?: string | null | undefined;
};

/** What kind of place a location is. */
export type LocationKind =
  /** A city, town, village or camp (OCHA administrative level 4). */
  | 'COMMUNITY'
  /** A country (OCHA administrative level 0). */
  | 'COUNTRY'
  /** A crossing of a border or front line. */
  | 'CROSSING'
  /** A place known only by a description: "wooded land". */
  | 'DESCRIBED'
  /** A district (OCHA administrative level 2). */
  | 'DISTRICT'
  /** A base, hospital, school, plant or airfield. */
  | 'FACILITY'
  /** A governorate or province (OCHA administrative level 1). */
  | 'GOVERNORATE'
  /** An area that people name, without official borders. */
  | 'INFORMAL_REGION'
  /** A mountain, river, basin or wood. */
  | 'NATURAL_FEATURE'
  /** A part of a city, town or village. */
  | 'NEIGHBOURHOOD'
  /** A road or a section of one. */
  | 'ROAD'
  /** A subdistrict (OCHA administrative level 3). */
  | 'SUBDISTRICT';

/** What a figure counts. */
export type Measure =
  /** Buildings that were damaged or destroyed. */
  | 'BUILDINGS_DAMAGED'
  /** Parties to the conflict, as the source counts them. */
  | 'FACTIONS'
  /** People who bear arms for a party. */
  | 'FIGHTERS'
  /** Households that fled or were driven out. */
  | 'HOUSEHOLDS_DISPLACED'
  /** Anything else; `asWritten` says what. */
  | 'OTHER'
  /** People who were arrested or detained. */
  | 'PEOPLE_DETAINED'
  /** People who fled or were driven out. */
  | 'PEOPLE_DISPLACED'
  /** People who were injured. */
  | 'PEOPLE_INJURED'
  /** People who were killed. */
  | 'PEOPLE_KILLED'
  /** People whose whereabouts are unknown. */
  | 'PEOPLE_MISSING'
  /** People who returned after displacement. */
  | 'PEOPLE_RETURNED'
  /** Air strikes, shells or raids. */
  | 'STRIKES';

/** How the speaker of a claim puts it. */
export type Modality =
  /** The speaker passes on what others allege. */
  | 'ALLEGED'
  /** The speaker states it as a fact. */
  | 'ASSERTED'
  /** The speaker denies the statement. */
  | 'DENIED'
  /** The speaker gives it as an estimate. */
  | 'ESTIMATED'
  /** Somebody fears that it will happen. It is not said to have happened. */
  | 'FEARED'
  /** The speaker predicts that it will happen. */
  | 'PREDICTED';

/** A circle around a point, on WGS 84. */
export type NearInput = {
  /** Latitude of the point in decimal degrees, −90 to 90, north positive. */
  readonly lat: number;
  /** Longitude of the point in decimal degrees, −180 to 180, east positive. */
  readonly lon: number;
  /** The radius in kilometres along the earth’s surface, 0.001 to 1,000. */
  readonly withinKm: number;
};

/** Conditions on the factions of a claim. All must hold for the same party; null or omitted conditions are ignored. */
export type PartyFilter = {
  /** The claim names one of these factions. */
  readonly faction?: ReadonlyArray<string> | null | undefined;
  /** The faction has one of these roles in the claim. */
  readonly role?: ReadonlyArray<PartyRole> | null | undefined;
};

/** The role of a faction in a claim. */
export type PartyRole =
  /** The faction that carried out the act. */
  | 'ACTOR'
  /** A faction that the act helped. */
  | 'BENEFICIARY'
  /** The faction that holds the place. */
  | 'CONTROLLER'
  /** The faction that lost the place. */
  | 'LOSER'
  /** A faction that took part, where the claim does not say who did what to whom. */
  | 'PARTICIPANT'
  /** The faction at which the act was directed. */
  | 'TARGET';

/** The part of a report that contains a passage. */
export type PassagePart =
  /** The passage is in the report’s body. */
  | 'BODY'
  /** The passage is in the report’s title. */
  | 'TITLE';

/** A period of civil days, both ends included. Without `from` and `to` it matches everything. */
export type PeriodFilter = {
  /** The first day of the period, `YYYY-MM-DD`. Null: no lower end. */
  readonly from?: string | null | undefined;
  /** Whether the date may be in the period, or certainly is. */
  readonly match?: PeriodMatch;
  /** The last day of the period, `YYYY-MM-DD`. Null: no upper end. */
  readonly to?: string | null | undefined;
  /** Whether undated records match as well. */
  readonly unknown?: boolean;
};

/** How a date or interval must relate to a period. */
export type PeriodMatch =
  /** The date may be in the period. An unknown bound counts as unbounded. */
  | 'OVERLAPS'
  /** The date is certainly in the period: both of its bounds are in it. */
  | 'WITHIN';

/** The category of people that a figure counts. */
export type PersonCategory =
  /** People of any category. */
  | 'ANY'
  /** People under 18 years of age. */
  | 'CHILDREN'
  /** People who take no part in the fighting. */
  | 'CIVILIANS'
  /** People who take part in the fighting. */
  | 'COMBATANTS'
  /** People who may or may not have taken part in the fighting. */
  | 'UNKNOWN_STATUS'
  /** Women aged 18 or older. */
  | 'WOMEN';

/** Conditions on the places of a claim. All must hold for the same place; null or omitted conditions are ignored. */
export type PlaceFilter = {
  /** The claim names one of these places, as far as `scope` reaches. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** The place is near this point, by the claim’s own point if it has one, otherwise by the location’s. */
  readonly near?: NearInput | null | undefined;
  /** The claim locates the place with one of these precisions. Use it to leave out what is known only by governorate. */
  readonly precision?: ReadonlyArray<GeoPrecision> | null | undefined;
  /** The place has one of these roles in the claim. */
  readonly role?: ReadonlyArray<PlaceRole> | null | undefined;
  /** How far the places in `id` reach. By default a place includes everything inside it. */
  readonly scope?: PlaceScope;
};

/** The role of a place in a claim. */
export type PlaceRole =
  /** The road or line along which the event happened. */
  | 'ALONG'
  /** Where the event happened, or the state held. */
  | 'AT'
  /** Where a movement started. */
  | 'FROM'
  /** Where a movement ended. */
  | 'TO'
  /** The direction of a movement, not its end. */
  | 'TOWARDS';

/** How far a place reaches in a filter. */
export type PlaceScope =
  /** Only the place itself, not what is inside it. */
  | 'EXACT'
  /** The place and everything inside it. */
  | 'WITHIN'
  /** The place, the areas that share ground with it, and everything inside them. */
  | 'WITHIN_OR_OVERLAPPING';

/** Conditions on the figures of a claim. All must hold for the same figure; null or omitted conditions are ignored. */
export type QuantityFilter = {
  /** The figure may be this number or more: its `max` is at least this, or it is open above. A best estimate alone counts as its bound. */
  readonly atLeast?: number | null | undefined;
  /** The figure may be this number or less: its `min` is at most this, or it is open below. A best estimate alone counts as its bound. */
  readonly atMost?: number | null | undefined;
  /** The category of people that the figure counts. */
  readonly category?: PersonCategory | null | undefined;
  /** What the figure counts, such as people killed. */
  readonly measure: Measure;
  /** Whether the figure has no upper bound (`max` is null). */
  readonly openAbove?: boolean | null | undefined;
};

/** Conditions on reports. All must hold; null or omitted conditions are ignored, and an empty list of values matches nothing. */
export type ReportFilter = {
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<ReportFilter> | null | undefined;
  /** The report is one of these. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** The report is of one of these kinds. */
  readonly kind?: ReadonlyArray<ReportKind> | null | undefined;
  /** The report is in one of these languages (BCP 47), ignoring regions: `en` also finds `en-GB`. */
  readonly language?: ReadonlyArray<string> | null | undefined;
  /** The body has at least this many words. Reports without a body do not match. */
  readonly minWordCount?: number | null | undefined;
  /** A filter that must not match. */
  readonly not?: ReportFilter | null | undefined;
  /** Filters of which at least one must match. */
  readonly or?: ReadonlyArray<ReportFilter> | null | undefined;
  /** The period in which the report was published. */
  readonly published?: PeriodFilter | null | undefined;
  /** The report was published by one of these sources. */
  readonly publisher?: ReadonlyArray<string> | null | undefined;
  /** Whether the report reprints or translates another report. */
  readonly reprint?: boolean | null | undefined;
  /** The report’s title, summary or body contains this text, ignoring case. Up to 1,000 characters. */
  readonly text?: string | null | undefined;
  /** The report has exactly this URL, as its own or as that of its archived copy. */
  readonly url?: string | null | undefined;
};

/** What kind of document a report is. */
export type ReportKind =
  /** A news article or blog post. */
  | 'ARTICLE'
  /** A radio or television broadcast. */
  | 'BROADCAST'
  /** A release of a data set. */
  | 'DATASET'
  /** An interview, our own or another’s. */
  | 'INTERVIEW'
  /** Any other kind of document. */
  | 'OTHER'
  /** A regular report on a situation, by an agency or monitoring group. */
  | 'SITUATION_REPORT'
  /** A post on a social network or messaging channel. */
  | 'SOCIAL_POST'
  /** A statement by an official or an organisation. */
  | 'STATEMENT'
  /** A video that is not a broadcast. */
  | 'VIDEO';

/** What kind of source a source is. */
export type SourceKind =
  /** Several people known only as a group: "local activists". */
  | 'COLLECTIVE'
  /** A data set whose rows are claims. */
  | 'DATASET'
  /** A ministry, army, court or other body of a state or administration. */
  | 'OFFICIAL_BODY'
  /** A monitoring group, charity, agency or other organisation. */
  | 'ORGANISATION'
  /** A news outlet, channel or site. */
  | 'OUTLET'
  /** A single, individual person. */
  | 'PERSON'
  /** No report says what the source is. */
  | 'UNKNOWN';

/** Conditions on the speakers of a claim. All must hold for the same speaker; null or omitted conditions are ignored. */
export type SpeakerFilter = {
  /** Whether only the first speaker of a chain counts, not those who passed the claim on. Ignored without `source` and `kind`. */
  readonly first?: boolean;
  /** The speaker is a source of one of these kinds. */
  readonly kind?: ReadonlyArray<SourceKind> | null | undefined;
  /** The speaker is one of these sources. */
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
