/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How a value came to be known. */
export type Basis =
  /** The report states the value. */
  | 'STATED'
  /** The analyst inferred the value from the report and its circumstances. */
  | 'INFERRED';

/** What kind of text a report’s `body` is. Only VERBATIM and TRANSLATION may be quoted as the document’s words. */
export type BodyKind =
  /** The document’s own text. */
  | 'VERBATIM'
  /** A translation of the document’s text. */
  | 'TRANSLATION'
  /** Parts of the document’s own text. */
  | 'EXCERPT'
  /** A retelling by an analyst, which must not be quoted. */
  | 'PARAPHRASE';

/** A box of longitudes and latitudes, on WGS 84, which includes its edges. A box whose `west` is greater than its `east` crosses the antimeridian (RFC 7946, section 5.2). */
export type BoundingBoxInput = {
  /** The eastern edge, a longitude of −180 to 180. */
  readonly east: number;
  /** The northern edge, a latitude of −90 to 90. */
  readonly north: number;
  /** The southern edge, a latitude of −90 to 90. */
  readonly south: number;
  /** The western edge, a longitude of −180 to 180. */
  readonly west: number;
};

/** The capacity in which a source makes or passes on a claim. */
export type Capacity =
  /** The source saw or heard what the claim describes. */
  | 'WITNESS'
  /** The source took part in what the claim describes. */
  | 'PARTICIPANT'
  /** The source speaks for an authority or organisation. */
  | 'OFFICIAL'
  /** The source concluded the claim from evidence. */
  | 'ANALYST'
  /** The source heard the claim from others who are not named. */
  | 'HEARSAY'
  /** The source, such as an outlet or agency, passes on what another source said. */
  | 'RELAY'
  /** The report does not state the capacity. */
  | 'UNSTATED';

/** Conditions on claims. All must hold. Null or omitted conditions are ignored; an empty list of values matches nothing. Without `kind`, claims of every modality match. */
export type ClaimFilter = {
  /** Whether the claim is a total for several incidents that the report does not list separately. */
  readonly aggregate?: boolean | null | undefined;
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<ClaimFilter> | null | undefined;
  /** The number of reports that the claim’s own report cites for it is in this range. */
  readonly citations?: CountRange | null | undefined;
  /** The record was created in this ledger in this range. */
  readonly createdAt?: MomentRange | null | undefined;
  /** The range from `occurred.earliest` to `occurred.latest` has this many days: 1 is a single day. Claims without both bounds do not match. */
  readonly dateWidth?: CountRange | null | undefined;
  /** The claim has this external id, such as a UCDP event id. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The claim has one of these ids. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** The claim is of one of these kinds. FEARED, PREDICTED and DENIED claims match only if a `modality` lists them, in this filter, its `and` and `or`, or around it: a feared air strike is not an air strike. */
  readonly kind?: ReadonlyArray<ClaimKind> | null | undefined;
  /** A link between the claim and a claim that is not withdrawn meets these conditions. */
  readonly link?: LinkFilter | null | undefined;
  /** The speaker puts the claim in one of these ways, such as ESTIMATED. */
  readonly modality?: ReadonlyArray<Modality> | null | undefined;
  /** A filter that must not match. Inside it, `kind` matches claims of every modality. */
  readonly not?: ClaimFilter | null | undefined;
  /** What the claim describes is said to have happened in this period (overlap by default). */
  readonly occurred?: PeriodFilter | null | undefined;
  /** Filters, at least one of which must match. */
  readonly or?: ReadonlyArray<ClaimFilter> | null | undefined;
  /** The claim names a faction that meets these conditions. */
  readonly party?: PartyFilter | null | undefined;
  /** The claim names a place that meets these conditions. */
  readonly place?: PlaceFilter | null | undefined;
  /** The claim gives a figure that meets these conditions. */
  readonly quantity?: QuantityFilter | null | undefined;
  /** The report in which the claim was read meets these conditions. */
  readonly report?: ReportFilter | null | undefined;
  /** The claim was first published in this period (overlap by default): the earliest publication date of its report and the cited reports. */
  readonly reported?: PeriodFilter | null | undefined;
  /** Whether a record that the claim depends on is withdrawn: its report, a cited report, or a source, faction or location that it names. */
  readonly restsOnWithdrawn?: boolean | null | undefined;
  /** A speaker in the claim’s attribution chains meets these conditions. */
  readonly speaker?: SpeakerFilter | null | undefined;
  /** The claim has one of these verification statuses. */
  readonly status?: ReadonlyArray<ClaimStatus> | null | undefined;
  /** The claim’s statement or passage contains this text, ignoring case. The Turkish letters İ and ı count as i. Up to 1,000 characters. */
  readonly text?: string | null | undefined;
  /** The record, or something that belongs to it, was last changed in this range. */
  readonly updatedAt?: MomentRange | null | undefined;
  /** Whether withdrawn claims match. Null or omitted: lists leave them out. In a filter within another one it makes no difference whether they are withdrawn. */
  readonly withdrawn?: WithdrawnMatch | null | undefined;
};

/** What a claim is about. Brackets name the matching ACLED sub-event types and UCDP types. */
export type ClaimKind =
  /** Fighting between armed parties (ACLED: Armed clash). */
  | 'CLASH'
  /** Artillery, mortar or rocket fire (ACLED: Shelling/artillery/missile attack). */
  | 'SHELLING'
  /** An attack from the air (ACLED: Air/drone strike). */
  | 'AIRSTRIKE'
  /** A bomb, mine or suicide attack (ACLED: Remote explosive/landmine/IED, Suicide bomb, Grenade). */
  | 'BOMBING'
  /** People are killed or injured, and the means is not what the claim is about (UCDP: types of violence 1 and 2). */
  | 'CASUALTIES'
  /** An attack on civilians (ACLED: Attack, Sexual violence; UCDP: type of violence 3). */
  | 'VIOLENCE_AGAINST_CIVILIANS'
  /** An abduction or enforced disappearance (ACLED: Abduction/forced disappearance). */
  | 'ABDUCTION'
  /** An arrest or detention (ACLED: Arrests). */
  | 'DETENTION'
  /** The use of chemical weapons (ACLED: Chemical weapon). */
  | 'CHEMICAL_ATTACK'
  /** A place is surrounded or cut off. */
  | 'SIEGE'
  /** A party gains ground, enters a place or approaches it (ACLED: Government regains territory, Non-state actor overtakes territory). */
  | 'ADVANCE'
  /** A party gives up ground or leaves (ACLED: Non-violent transfer of territory). */
  | 'WITHDRAWAL'
  /** A party holds a place (ACLED: Headquarters or base established). */
  | 'TERRITORIAL_CONTROL'
  /** Fighters are called up or assembled. */
  | 'MOBILISATION'
  /** Forces are moved or stationed. */
  | 'DEPLOYMENT'
  /** People flee or are driven out. */
  | 'DISPLACEMENT'
  /** Displaced people come back. */
  | 'RETURN'
  /** Goods are stolen or carried off (ACLED: Looting/property destruction). */
  | 'LOOTING'
  /** Buildings or goods are destroyed (ACLED: Looting/property destruction). */
  | 'DESTRUCTION'
  /** How people live: food, water, shelter, fear, aid. */
  | 'HUMANITARIAN_SITUATION'
  /** Parties hold talks with each other. */
  | 'NEGOTIATION'
  /** Parties agree on a truce, surrender or reconciliation (ACLED: Agreement). */
  | 'AGREEMENT'
  /** A relation between parties, such as alliance, support or membership. */
  | 'RELATION'
  /** A demonstration (ACLED: Peaceful protest, Protest with intervention). */
  | 'PROTEST'
  /** A violent demonstration or mob violence (ACLED: Violent demonstration, Mob violence). */
  | 'RIOT'
  /** Anything that no other claim kind covers. */
  | 'OTHER';

/** How one claim relates to another. Read each kind from `from` to `to`. */
export type ClaimLinkKind =
  /** The claim in `from` supports the claim in `to`. */
  | 'CORROBORATES'
  /** The two claims cannot both be true. */
  | 'CONTRADICTS'
  /** The claim in `from` says the same as the claim in `to`, but more precisely. */
  | 'REFINES'
  /** The claim in `from` repeats the claim in `to`. Both have the same origin, so totals count them once. */
  | 'REPEATS'
  /** The claim in `from` replaces the claim in `to`, as a later figure or a correction. */
  | 'SUPERSEDES'
  /** The two claims describe the same event, so totals count them once. */
  | 'SAME_EVENT'
  /** What the claim in `from` describes came after what the claim in `to` describes. This states no cause. */
  | 'FOLLOWS'
  /** A source says that what the claim in `to` describes caused what the claim in `from` describes. */
  | 'CAUSED_BY';

/** The result of verifying a claim. */
export type ClaimStatus =
  /** Nobody has verified the claim yet. */
  | 'UNVERIFIED'
  /** The claim was checked against evidence and found to be true. */
  | 'VERIFIED'
  /** There is good evidence for and against the claim. */
  | 'DISPUTED'
  /** The claim was shown to be false. */
  | 'REFUTED'
  /** The source took the claim back. */
  | 'RETRACTED';

/** Whether a figure is exact, approximate or bounded. Derived from `min`, `best`, `max` and `approximate`. */
export type Comparator =
  /** An exact number: `min` equals `max`. */
  | 'EXACTLY'
  /** An approximate number: `min` equals `max` and `approximate` is true, or only `best` is set. */
  | 'ABOUT'
  /** Open above: `min` is set and `max` is null. */
  | 'AT_LEAST'
  /** Open below: `max` is set and `min` is null. */
  | 'AT_MOST'
  /** Bounded on both sides, from `min` to `max`. */
  | 'BETWEEN';

/** A range of counts, which are whole numbers of 0 or more. Without bounds, every number matches. */
export type CountRange = {
  /** The smallest number that matches. Null or omitted: there is no lower bound. */
  readonly atLeast?: number | null | undefined;
  /** The largest number that matches. Null or omitted: there is no upper bound. */
  readonly atMost?: number | null | undefined;
};

/** How credible a claim is: Admiralty code 1–6, NATO STANAG 2511. Credibility is never merged with the reliability of the source. */
export type Credibility =
  /** Grade 1: confirmed by other sources. */
  | 'ONE'
  /** Grade 2: probably true, not confirmed. */
  | 'TWO'
  /** Grade 3: possibly true, not confirmed. */
  | 'THREE'
  /** Grade 4: doubtful, not confirmed. */
  | 'FOUR'
  /** Grade 5: improbable. Other information contradicts the claim. */
  | 'FIVE'
  /** Grade 6: truth cannot be judged, or has not been judged yet. */
  | 'SIX';

/** How wide the range of possible dates is, in days. */
export type DatePrecision =
  /** A time of day is known. */
  | 'TIME'
  /** One civil day is known. */
  | 'DAY'
  /** A range of two to six days. */
  | 'DAYS'
  /** A range of seven days. */
  | 'WEEK'
  /** A range of 8 to 31 days. */
  | 'MONTH'
  /** A range of 32 to 366 days. */
  | 'YEAR'
  /** A range of more than 366 days. */
  | 'DECADE'
  /** The range has no width: one bound is open or unknown, or the date is approximate without bounds. */
  | 'UNKNOWN';

/** How what a claim describes fills an interval of time. */
export type Extent =
  /** What is described happened at some time in the interval. */
  | 'WITHIN'
  /** What is described held on every day of the interval. */
  | 'THROUGHOUT';

/** An external id: a record’s id in another system. */
export type ExternalIdInput = {
  /** The other system: `ucdp-event`, `ocha-pcode`, `wikidata` … Up to 60 characters. */
  readonly system: string;
  /** The record’s id in the other system. A URL is not allowed. Up to 200 characters. */
  readonly value: string;
};

/** What kind of party a faction is. */
export type FactionKind =
  /** The armed forces of the country’s government. */
  | 'STATE_FORCES'
  /** Another state, or its armed forces. */
  | 'FOREIGN_STATE'
  /** An armed group that fights the government. */
  | 'REBEL_GROUP'
  /** An armed group that fights alongside the regular forces of one side. */
  | 'MILITIA'
  /** Several factions that act together under one name. */
  | 'ALLIANCE'
  /** A council, political party or administration. */
  | 'POLITICAL_BODY'
  /** Civilians, where a report treats them as a party. */
  | 'CIVILIANS'
  /** No source says what kind of party the faction is. */
  | 'UNKNOWN';

/** How precisely a place is known. Brackets give the codes of UCDP `where_prec` and ACLED `geo_precision`. */
export type GeoPrecision =
  /** The place itself (UCDP 1, ACLED 1). */
  | 'EXACT'
  /** Within about 25 km of the place (UCDP 2, ACLED 2). */
  | 'WITHIN_25_KM'
  /** Somewhere in the district (UCDP 3). */
  | 'DISTRICT'
  /** Somewhere in the governorate (UCDP 4, ACLED 3). */
  | 'GOVERNORATE'
  /** Along a line, or in a region without sharp borders (UCDP 5). */
  | 'LINE_OR_REGION'
  /** Somewhere in the country (UCDP 6). */
  | 'COUNTRY'
  /** In international waters or airspace (UCDP 7). */
  | 'INTERNATIONAL';

/** Conditions on a claim’s links. All must hold for the same link. Null or omitted conditions are ignored. */
export type LinkFilter = {
  /** The link leads to or from the claim with this external id. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The link is of one of these kinds, in either direction. */
  readonly kind?: ReadonlyArray<ClaimLinkKind> | null | undefined;
  /** The link leads to or from the claim with this id. */
  readonly to?: string | null | undefined;
};

/** What kind of place a location is. */
export type LocationKind =
  /** A country (OCHA administrative level 0). */
  | 'COUNTRY'
  /** A governorate or province (OCHA administrative level 1). */
  | 'GOVERNORATE'
  /** A district (OCHA administrative level 2). */
  | 'DISTRICT'
  /** A subdistrict (OCHA administrative level 3). */
  | 'SUBDISTRICT'
  /** A city, town, village or camp (OCHA administrative level 4). */
  | 'COMMUNITY'
  /** A part of a city, town or village. */
  | 'NEIGHBOURHOOD'
  /** An area that people name, without official borders. */
  | 'INFORMAL_REGION'
  /** A crossing of a border or front line. */
  | 'CROSSING'
  /** A road or a section of one. */
  | 'ROAD'
  /** A base, hospital, school, plant or airfield. */
  | 'FACILITY'
  /** A mountain, river, basin or forest. */
  | 'NATURAL_FEATURE'
  /** A place known only by a description, such as "wooded land". */
  | 'DESCRIBED';

/** What a figure counts. */
export type Measure =
  /** People who were killed. */
  | 'PEOPLE_KILLED'
  /** People who were injured. */
  | 'PEOPLE_INJURED'
  /** People who fled or were driven out. */
  | 'PEOPLE_DISPLACED'
  /** People who returned after displacement. */
  | 'PEOPLE_RETURNED'
  /** People who were arrested or detained. */
  | 'PEOPLE_DETAINED'
  /** People whose whereabouts are unknown. */
  | 'PEOPLE_MISSING'
  /** Households that fled or were driven out. */
  | 'HOUSEHOLDS_DISPLACED'
  /** Parties to the conflict, however the source counts them. */
  | 'FACTIONS'
  /** People who fight for a party. */
  | 'FIGHTERS'
  /** Air strikes, shellings or raids. */
  | 'STRIKES'
  /** Buildings that were damaged or destroyed. */
  | 'BUILDINGS_DAMAGED'
  /** Anything else. `asWritten` says what the figure counts. */
  | 'OTHER';

/** How the speaker puts a claim: as a fact, an estimate, a fear … */
export type Modality =
  /** The speaker states the claim as a fact. */
  | 'ASSERTED'
  /** The speaker gives the claim as an estimate. */
  | 'ESTIMATED'
  /** The speaker passes on what others allege. */
  | 'ALLEGED'
  /** The speaker denies the statement. */
  | 'DENIED'
  /** Somebody fears that what the claim describes will happen. Nobody says that it has happened. */
  | 'FEARED'
  /** The speaker predicts that what the claim describes will happen. */
  | 'PREDICTED';

/** A range of moments that includes both ends, compared to the millisecond. Without ends, every moment matches. */
export type MomentRange = {
  /** The first moment that matches. Null or omitted: the range has no start. */
  readonly from?: string | null | undefined;
  /** The last moment that matches. Null or omitted: the range has no end. */
  readonly to?: string | null | undefined;
};

/** A circle around a point, on WGS 84. */
export type NearInput = {
  /** The latitude of the point in decimal degrees, −90 to 90, north positive. */
  readonly lat: number;
  /** The longitude of the point in decimal degrees, −180 to 180, east positive. */
  readonly lon: number;
  /** The radius in kilometres along the earth’s surface, 0.001 to 1,000. */
  readonly withinKm: number;
};

/** Conditions on a claim’s parties. All must hold for the same party. Null or omitted conditions are ignored. */
export type PartyFilter = {
  /** The claim names the faction with this external id, such as a UCDP actor id. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The claim names one of these factions. */
  readonly faction?: ReadonlyArray<string> | null | undefined;
  /** The faction has one of these roles in the claim. */
  readonly role?: ReadonlyArray<PartyRole> | null | undefined;
};

/** The role of a faction in a claim. */
export type PartyRole =
  /** The faction that carried out the act. */
  | 'ACTOR'
  /** The faction at which the act was directed. */
  | 'TARGET'
  /** A faction that took part. The claim does not say who did what to whom. */
  | 'PARTICIPANT'
  /** The faction that holds the place. */
  | 'CONTROLLER'
  /** The faction that lost the place. */
  | 'LOSER'
  /** A faction that the act helped. */
  | 'BENEFICIARY';

/** The part of a report that contains a passage. */
export type PassagePart =
  /** The passage is in the report’s title. */
  | 'TITLE'
  /** The passage is in the report’s body. */
  | 'BODY';

/** A period of civil days that includes both ends. Without `from` and `to`, the period matches everything. */
export type PeriodFilter = {
  /** The first day of the period, `YYYY-MM-DD`. Null or omitted: the period has no start. */
  readonly from?: string | null | undefined;
  /** Whether a date matches if it may be in the period, or only if it certainly is. */
  readonly match?: PeriodMatch;
  /** The last day of the period, `YYYY-MM-DD`. Null or omitted: the period has no end. */
  readonly to?: string | null | undefined;
  /** Whether undated records match as well. */
  readonly unknown?: boolean;
};

/** How a date or interval must relate to a period. */
export type PeriodMatch =
  /** The date may be in the period. An unknown bound counts as unbounded. */
  | 'OVERLAPS'
  /** The date is certainly in the period, because both of its bounds are in the period. */
  | 'WITHIN';

/** The category of people that a figure counts. */
export type PersonCategory =
  /** People of any category. */
  | 'ANY'
  /** People who take no part in the fighting. */
  | 'CIVILIANS'
  /** People who take part in the fighting. */
  | 'COMBATANTS'
  /** People under 18 years of age. */
  | 'CHILDREN'
  /** Women aged 18 or older. */
  | 'WOMEN'
  /** People who may or may not have taken part in the fighting. */
  | 'UNKNOWN_STATUS';

/** Conditions on a claim’s places. All must hold for the same place. Null or omitted conditions are ignored. The point of a place is the claim’s own point if there is one, otherwise the location’s point. */
export type PlaceFilter = {
  /** The point of the place is in this box. */
  readonly bbox?: BoundingBoxInput | null | undefined;
  /** The claim names the location with this external id, such as an OCHA P-code, or a location that `scope` includes. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The claim names one of these locations, or a location that `scope` includes. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** The point of the place is in this circle. */
  readonly near?: NearInput | null | undefined;
  /** The point of the place is inside this GeoJSON Polygon or MultiPolygon (RFC 7946), holes left out. Up to 1,000 positions. Straight lines join them on the map of longitudes and latitudes. Cut a polygon in two where it crosses the antimeridian. */
  readonly polygon?: unknown;
  /** The claim locates the place with one of these precisions. Use it to leave out places that are known only by governorate. */
  readonly precision?: ReadonlyArray<GeoPrecision> | null | undefined;
  /** The place has one of these roles in the claim. */
  readonly role?: ReadonlyArray<PlaceRole> | null | undefined;
  /** How far the locations in `id` and `externalId` reach. By default, a location includes everything inside it. */
  readonly scope?: PlaceScope;
};

/** The role of a place in a claim. */
export type PlaceRole =
  /** Where what the claim describes happened or held. */
  | 'AT'
  /** Where a movement started. */
  | 'FROM'
  /** Where a movement ended. */
  | 'TO'
  /** The direction of a movement, which need not end there. */
  | 'TOWARDS'
  /** The road or line along which what the claim describes happened. */
  | 'ALONG';

/** How far a location reaches in a filter. */
export type PlaceScope =
  /** Only the location itself, without the locations inside it. */
  | 'EXACT'
  /** The location and everything inside it. */
  | 'WITHIN'
  /** The location, the areas that overlap it, and everything inside any of them. */
  | 'WITHIN_OR_OVERLAPPING';

/** Conditions on a claim’s figures. All must hold for the same figure. Parts of other figures match only with `parts`. Null or omitted conditions are ignored. */
export type QuantityFilter = {
  /** The figure may be this number or more: `max` is at least this number, or null. If there is only a best estimate, it counts as `max`. */
  readonly atLeast?: number | null | undefined;
  /** The figure may be this number or less: `min` is at most this number, or null. If there is only a best estimate, it counts as `min`. */
  readonly atMost?: number | null | undefined;
  /** Whether `atLeast` and `atMost` are compared with the best estimate instead of the bounds. Figures without a best estimate then do not match. */
  readonly best?: boolean;
  /** The category of people that the figure counts. */
  readonly category?: PersonCategory | null | undefined;
  /** What the figure counts, such as people killed. */
  readonly measure: Measure;
  /** Whether the figure has no upper bound (`max` is null). */
  readonly openAbove?: boolean | null | undefined;
  /** Whether parts of other figures match as well, such as the civilians among the people killed. By default, only whole figures match. */
  readonly parts?: boolean;
};

/** Conditions on reports. All must hold. Null or omitted conditions are ignored; an empty list of values matches nothing. */
export type ReportFilter = {
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<ReportFilter> | null | undefined;
  /** The SHA-256 hash of the report’s body is this one, in lower-case hexadecimal. A match means that the text is already recorded. */
  readonly bodySha256?: string | null | undefined;
  /** The number of claims that cite the report is in this range. */
  readonly citations?: CountRange | null | undefined;
  /** The record was created in this ledger in this range. */
  readonly createdAt?: MomentRange | null | undefined;
  /** The report has this external id, its id in another system. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The report has one of these ids. */
  readonly id?: ReadonlyArray<string> | null | undefined;
  /** The report is of one of these kinds. */
  readonly kind?: ReadonlyArray<ReportKind> | null | undefined;
  /** The report is in one of these languages, given as BCP 47 tags. A tag without a region matches every region: `en` also finds `en-GB`. */
  readonly language?: ReadonlyArray<string> | null | undefined;
  /** The report’s body has at least this many words, 0 or more. Reports without a body do not match. */
  readonly minWordCount?: number | null | undefined;
  /** A filter that must not match. */
  readonly not?: ReportFilter | null | undefined;
  /** Filters, at least one of which must match. */
  readonly or?: ReadonlyArray<ReportFilter> | null | undefined;
  /** The report was published in this period (overlap by default). */
  readonly published?: PeriodFilter | null | undefined;
  /** The report was published by one of these sources. */
  readonly publisher?: ReadonlyArray<string> | null | undefined;
  /** The report was published by the source with this external id. */
  readonly publisherExternalId?: ExternalIdInput | null | undefined;
  /** Whether the report is a reprint or translation of another report. */
  readonly reprint?: boolean | null | undefined;
  /** The report’s title, summary or body contains this text, ignoring case. The Turkish letters İ and ı count as i. Up to 1,000 characters. */
  readonly text?: string | null | undefined;
  /** The record, or something that belongs to it, was last changed in this range. */
  readonly updatedAt?: MomentRange | null | undefined;
  /** The URL of the report or of its archived copy is this URL, character for character. */
  readonly url?: string | null | undefined;
  /** Whether withdrawn reports match. Null or omitted: lists leave them out. In a filter within another one it makes no difference whether they are withdrawn. */
  readonly withdrawn?: WithdrawnMatch | null | undefined;
};

/** What kind of document a report is. */
export type ReportKind =
  /** A news article or blog post. */
  | 'ARTICLE'
  /** A regular report on a situation by an agency or monitoring group. */
  | 'SITUATION_REPORT'
  /** A post on a social network or messaging channel. */
  | 'SOCIAL_POST'
  /** A radio or television broadcast. */
  | 'BROADCAST'
  /** A statement by an official or an organisation. */
  | 'STATEMENT'
  /** An interview, conducted by us or by others. */
  | 'INTERVIEW'
  /** A data-set release, whose rows are claims. */
  | 'DATASET'
  /** A video that is not a broadcast. */
  | 'VIDEO'
  /** Any other kind of document. */
  | 'OTHER';

/** What kind of source a source is. */
export type SourceKind =
  /** A single, individual person. */
  | 'PERSON'
  /** A news outlet, channel or website. */
  | 'OUTLET'
  /** A monitoring group, charity, agency or other organisation. */
  | 'ORGANISATION'
  /** A ministry, army, court or other body of a state or administration. */
  | 'OFFICIAL_BODY'
  /** Several people known only as a group, such as "local activists". */
  | 'COLLECTIVE'
  /** A data set whose rows are claims. */
  | 'DATASET'
  /** No report says what kind of source this is. */
  | 'UNKNOWN';

/** Conditions on a claim’s speakers. All must hold for the same speaker. Null or omitted conditions are ignored. */
export type SpeakerFilter = {
  /** The speaker is the source with this external id. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** Whether only the first speaker of each chain must meet the conditions. Ignored without `source`, `externalId` and `kind`. */
  readonly first?: boolean;
  /** The speaker is a source of one of these kinds. */
  readonly kind?: ReadonlyArray<SourceKind> | null | undefined;
  /** The speaker is a source with one of these ids. */
  readonly source?: ReadonlyArray<string> | null | undefined;
};

/** Whether a list contains withdrawn records. */
export type WithdrawnMatch =
  /** The list contains no withdrawn records. */
  | 'EXCLUDE'
  /** The list contains withdrawn records too. */
  | 'INCLUDE'
  /** The list contains withdrawn records only. */
  | 'ONLY';

export type ExportedReportFragment = { readonly id: string, readonly kind: ReportKind, readonly title: string, readonly url: string | null, readonly archivedUrl: string | null, readonly language: string | null, readonly published: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null } | null, readonly publisher: { readonly id: string, readonly name: string, readonly kind: SourceKind } | null };

export type ExportedClaimFragment = { readonly id: string, readonly kind: ClaimKind, readonly modality: Modality, readonly status: ClaimStatus, readonly credibility: Credibility, readonly aggregate: boolean, readonly statement: string, readonly language: string, readonly restsOnWithdrawn: boolean, readonly createdAt: string, readonly updatedAt: string, readonly occurred: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: DatePrecision, readonly extent: Extent, readonly basis: Basis } | null, readonly places: ReadonlyArray<{ readonly role: PlaceRole, readonly basis: Basis, readonly geoPrecision: GeoPrecision | null, readonly asWritten: string | null, readonly point: { readonly lat: number, readonly lon: number } | null, readonly location: { readonly id: string, readonly label: string, readonly name: string, readonly kind: LocationKind, readonly geoPrecision: GeoPrecision | null, readonly point: { readonly lat: number, readonly lon: number } | null, readonly ancestors: ReadonlyArray<{ readonly name: string, readonly kind: LocationKind }> } }>, readonly parties: ReadonlyArray<{ readonly role: PartyRole, readonly group: number | null, readonly basis: Basis, readonly faction: { readonly id: string, readonly name: string, readonly kind: FactionKind } }>, readonly quantities: ReadonlyArray<{ readonly measure: Measure, readonly min: number | null, readonly best: number | null, readonly max: number | null, readonly approximate: boolean, readonly comparator: Comparator, readonly partOf: string | null, readonly of: { readonly category: PersonCategory, readonly faction: { readonly id: string, readonly name: string } | null } | null }>, readonly attributions: ReadonlyArray<{ readonly chain: ReadonlyArray<{ readonly capacity: Capacity, readonly verb: string | null, readonly source: { readonly id: string, readonly name: string, readonly kind: SourceKind }, readonly report: ExportedReportFragment | null }> }>, readonly passage: { readonly quote: string, readonly in: PassagePart, readonly directSpeech: boolean, readonly bodyKind: BodyKind | null } | null, readonly report: ExportedReportFragment, readonly citations: ReadonlyArray<{ readonly locator: string | null, readonly report: ExportedReportFragment }>, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }> };

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
