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

/** How what a claim describes fills an interval of time. */
export type Extent =
  /** What is described happened at some time in the interval. */
  | 'WITHIN'
  /** What is described held on every day of the interval. */
  | 'THROUGHOUT';

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

/** How one faction is said to relate to another. Read each kind from `from` to `to`. */
export type FactionRelationKind =
  /** The faction in `from` is part of `to`. */
  | 'PART_OF'
  /** The two factions are allies. The direction has no meaning. */
  | 'ALLIED_WITH'
  /** The faction in `from` is an affiliate of `to`. */
  | 'AFFILIATE_OF'
  /** The faction in `from` is supported by `to`. */
  | 'BACKED_BY'
  /** The two factions are opponents. The direction has no meaning. */
  | 'OPPOSED_TO'
  /** The faction in `from` split off from `to`. */
  | 'SPLINTER_OF'
  /** The faction in `from` succeeded `to`. */
  | 'SUCCESSOR_OF'
  /** The faction in `from` reconciled with `to`. */
  | 'RECONCILED_WITH';

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

/** An analyst’s answer to a yes-or-no question. */
export type Judgement =
  /** The question has not been judged. */
  | 'UNKNOWN'
  /** The answer is no. */
  | 'NO'
  /** The answer may be yes. */
  | 'POSSIBLE'
  /** The answer is yes. */
  | 'YES';

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

/** What kind of name the text of a name is. */
export type NameKind =
  /** The name to display. The first name of this kind is the record’s `name`. */
  | 'PRIMARY'
  /** Another name or another spelling. */
  | 'ALIAS'
  /** A name that was used in the past. */
  | 'FORMER'
  /** An abbreviation of the name. */
  | 'ACRONYM'
  /** A name too short or too common to identify the record by itself. */
  | 'WEAK';

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

/** How the identity of a source must be protected. */
export type Protection =
  /** The source speaks under its own name. */
  | 'PUBLIC'
  /** The source speaks under a pseudonym. Its identity is sealed. */
  | 'PSEUDONYMOUS'
  /** The identity of the source must stay secret. It is sealed, as that of a PSEUDONYMOUS source is. */
  | 'PROTECTED';

/** How reliable a source is: Admiralty code A–F, NATO STANAG 2511. The grade says nothing about a single claim. */
export type Reliability =
  /** Grade A: completely reliable. */
  | 'A'
  /** Grade B: usually reliable. */
  | 'B'
  /** Grade C: fairly reliable. */
  | 'C'
  /** Grade D: not usually reliable. */
  | 'D'
  /** Grade E: the source is unreliable. */
  | 'E'
  /** Grade F: reliability cannot be judged, or has not been judged yet. */
  | 'F';

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

type ShownRecord_Claim_Fragment = { readonly id: string, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: { readonly at: string, readonly by: string, readonly rationale: string } | null };

type ShownRecord_Faction_Fragment = { readonly id: string, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: { readonly at: string, readonly by: string, readonly rationale: string } | null };

type ShownRecord_Location_Fragment = { readonly id: string, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: { readonly at: string, readonly by: string, readonly rationale: string } | null };

type ShownRecord_Report_Fragment = { readonly id: string, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: { readonly at: string, readonly by: string, readonly rationale: string } | null };

type ShownRecord_Source_Fragment = { readonly id: string, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: { readonly at: string, readonly by: string, readonly rationale: string } | null };

export type ShownRecordFragment =
  | ShownRecord_Claim_Fragment
  | ShownRecord_Faction_Fragment
  | ShownRecord_Location_Fragment
  | ShownRecord_Report_Fragment
  | ShownRecord_Source_Fragment
;

export type ShownIntervalFragment = { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly approximate: boolean, readonly uncertain: boolean, readonly extent: Extent, readonly basis: Basis, readonly asWritten: string | null };

export type ShownReportFragment = { readonly id: string, readonly title: string, readonly publisher: { readonly name: string } | null, readonly published: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly approximate: boolean, readonly uncertain: boolean, readonly basis: Basis, readonly asWritten: string | null } | null };

export type ShownNameFragment = { readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null, readonly scheme: string | null, readonly during: ShownIntervalFragment | null };

export type ShownClaimsFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly statement: string, readonly modality: Modality, readonly occurred: ShownIntervalFragment | null }> };

export type ShowClaimQueryVariables = Exact<{
  id: string;
}>;


export type ShowClaimQuery = { readonly claim: (
    { readonly statement: string, readonly language: string, readonly kind: ClaimKind, readonly modality: Modality, readonly aggregate: boolean, readonly status: ClaimStatus, readonly credibility: Credibility, readonly restsOnWithdrawn: boolean, readonly occurred: ShownIntervalFragment | null, readonly attributions: ReadonlyArray<{ readonly chain: ReadonlyArray<{ readonly capacity: Capacity, readonly verb: string | null, readonly source: { readonly id: string, readonly name: string, readonly role: string | null }, readonly report: ShownReportFragment | null }> }>, readonly report: (
      { readonly url: string | null, readonly archivedUrl: string | null }
      & ShownReportFragment
    ), readonly passage: { readonly quote: string, readonly in: PassagePart, readonly page: number | null, readonly directSpeech: boolean, readonly translation: string | null, readonly bodyKind: BodyKind | null } | null, readonly citations: ReadonlyArray<{ readonly locator: string | null, readonly report: ShownReportFragment }>, readonly places: ReadonlyArray<{ readonly role: PlaceRole, readonly basis: Basis, readonly geoPrecision: GeoPrecision | null, readonly asWritten: string | null, readonly point: { readonly lat: number, readonly lon: number } | null, readonly location: { readonly id: string, readonly label: string } }>, readonly parties: ReadonlyArray<{ readonly role: PartyRole, readonly group: number | null, readonly basis: Basis, readonly asWritten: string | null, readonly faction: { readonly id: string, readonly name: string } }>, readonly quantities: ReadonlyArray<{ readonly id: string, readonly measure: Measure, readonly min: number | null, readonly best: number | null, readonly max: number | null, readonly approximate: boolean, readonly asWritten: string | null, readonly partOf: string | null, readonly of: { readonly category: PersonCategory, readonly faction: { readonly name: string } | null } | null }>, readonly assessments: ReadonlyArray<{ readonly at: string, readonly by: string, readonly status: ClaimStatus, readonly credibility: Credibility, readonly rationale: string }>, readonly links: ReadonlyArray<{ readonly kind: ClaimLinkKind, readonly sharedOrigin: Judgement, readonly rationale: string, readonly by: string, readonly from: { readonly id: string, readonly statement: string }, readonly to: { readonly id: string, readonly statement: string } }>, readonly importIssues: ReadonlyArray<{ readonly column: string | null, readonly kind: string, readonly reason: string, readonly value: string | null }> }
    & ShownRecord_Claim_Fragment
  ) | null };

export type ShowReportQueryVariables = Exact<{
  id: string;
}>;


export type ShowReportQuery = { readonly report: (
    { readonly kind: ReportKind, readonly url: string | null, readonly archivedUrl: string | null, readonly retrievedAt: string | null, readonly language: string | null, readonly summary: string | null, readonly body: string | null, readonly bodyKind: BodyKind | null, readonly wordCount: number | null, readonly restsOnWithdrawn: boolean, readonly publisher: { readonly id: string, readonly name: string } | null, readonly authors: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly dateline: { readonly id: string, readonly label: string } | null, readonly reprintOf: { readonly id: string, readonly title: string } | null, readonly claims: ShownClaimsFragment }
    & ShownRecord_Report_Fragment
    & ShownReportFragment
  ) | null };

export type ShowSourceQueryVariables = Exact<{
  id: string;
}>;


export type ShowSourceQuery = { readonly source: (
    { readonly name: string, readonly kind: SourceKind, readonly role: string | null, readonly protection: Protection, readonly reliability: Reliability, readonly names: ReadonlyArray<ShownNameFragment>, readonly basedIn: { readonly id: string, readonly label: string } | null, readonly affiliations: ReadonlyArray<{ readonly role: string | null, readonly during: ShownIntervalFragment | null, readonly claims: ReadonlyArray<{ readonly id: string, readonly statement: string }>, readonly to:
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
       }>, readonly ratings: ReadonlyArray<{ readonly at: string, readonly by: string, readonly reliability: Reliability, readonly rationale: string }>, readonly reports: { readonly totalCount: number, readonly nodes: ReadonlyArray<ShownReportFragment> }, readonly claims: ShownClaimsFragment }
    & ShownRecord_Source_Fragment
  ) | null };

export type ShowFactionQueryVariables = Exact<{
  id: string;
}>;


export type ShowFactionQuery = { readonly faction: (
    { readonly name: string, readonly kind: FactionKind, readonly collective: boolean, readonly names: ReadonlyArray<ShownNameFragment>, readonly relations: ReadonlyArray<{ readonly kind: FactionRelationKind, readonly during: ShownIntervalFragment | null, readonly from: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string }, readonly claims: ReadonlyArray<{ readonly id: string, readonly statement: string }> }>, readonly claims: ShownClaimsFragment }
    & ShownRecord_Faction_Fragment
  ) | null };

export type ShowLocationQueryVariables = Exact<{
  id: string;
}>;


export type ShowLocationQuery = { readonly location: (
    { readonly label: string, readonly kind: LocationKind, readonly geoPrecision: GeoPrecision | null, readonly restsOnWithdrawn: boolean, readonly point: { readonly lat: number, readonly lon: number } | null, readonly names: ReadonlyArray<ShownNameFragment>, readonly ancestors: ReadonlyArray<{ readonly id: string, readonly label: string }>, readonly alsoIn: ReadonlyArray<{ readonly id: string, readonly label: string }>, readonly overlaps: ReadonlyArray<{ readonly id: string, readonly label: string }>, readonly children: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly label: string }> }, readonly claims: ShownClaimsFragment }
    & ShownRecord_Location_Fragment
  ) | null };
