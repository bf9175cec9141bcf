// Written by `npm run codegen` from the schema and src/operations; never edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { OpenEnum } from '../open-enum.ts';
import type { Operation } from '../operation.ts';
import type { GeoJSON } from '../geojson.ts';
/** The id of a `Affiliation`: `aff_…`. `isId` tells whether a text may be one. */
export type AffiliationId = `aff_${string}`;

/** The id of a `Claim`: `clm_…`. `isId` tells whether a text may be one. */
export type ClaimId = `clm_${string}`;

/** The id of a `ClaimLink`: `lnk_…`. `isId` tells whether a text may be one. */
export type ClaimLinkId = `lnk_${string}`;

/** The id of a `Faction`: `fac_…`. `isId` tells whether a text may be one. */
export type FactionId = `fac_${string}`;

/** The id of a `FactionRelation`: `rel_…`. `isId` tells whether a text may be one. */
export type FactionRelationId = `rel_${string}`;

/** The id of a `Location`: `loc_…`. `isId` tells whether a text may be one. */
export type LocationId = `loc_${string}`;

/** The id of a `Name`: `nam_…`. `isId` tells whether a text may be one. */
export type NameId = `nam_${string}`;

/** The id of any `Node`. */
export type NodeId = AffiliationId | ClaimId | ClaimLinkId | FactionId | FactionRelationId | LocationId | NameId | QuantityId | ReportId | SourceId;

/** The id of any `Party`. */
export type PartyId = FactionId | SourceId;

/** The id of a `Quantity`: `qty_…`. `isId` tells whether a text may be one. */
export type QuantityId = `qty_${string}`;

/** The id of any `Record`. */
export type RecordId = ClaimId | FactionId | LocationId | ReportId | SourceId;

/** The id of a `Report`: `rpt_…`. `isId` tells whether a text may be one. */
export type ReportId = `rpt_${string}`;

/** The id of a `Source`: `src_…`. `isId` tells whether a text may be one. */
export type SourceId = `src_${string}`;

/** An affiliation: claims that a source belongs to a faction or to another source. */
export type AffiliationInput = {
  /** The ids of the claims that assert the affiliation, `clm_…`: at least one. */
  readonly claimIds: ReadonlyArray<ClaimId>;
  /** When the source is said to have belonged there. */
  readonly during?: FuzzyIntervalInput | null | undefined;
  /** The role of the source there: "spokesman". Up to 500 characters. */
  readonly role?: string | null | undefined;
  /** The id of the source that is said to belong, `src_…`. */
  readonly sourceId: SourceId;
  /** The id of the faction or source that it is said to belong to: `fac_…` or `src_…`. */
  readonly toId: PartyId;
};

/** An assessment of a claim. */
export type AssessmentInput = {
  /** The credibility of the claim, on the Admiralty scale from 1 to 6. */
  readonly credibility: Credibility;
  /** The reason for the assessment, in words. Up to 2,000 characters. */
  readonly rationale: string;
  /** The status of the claim from now on. */
  readonly status: ClaimStatus;
};

/** One way in which the claim reached us, as a chain of speakers. */
export type AttributionInput = {
  /** The speakers, from the origin to the one we heard it from: 1 to 20. */
  readonly chain: ReadonlyArray<SpeakerInput>;
};

/** A report that the claim’s own report cites for it. */
export type CitationInput = {
  /** The place in the cited report: a page, a row, a time. Up to 500 characters. */
  readonly locator?: string | null | undefined;
  /** The id of the cited report, `rpt_…`. */
  readonly reportId: ReportId;
};

/** Conditions on claims. All must hold; null or omitted conditions are ignored, and an empty list of values matches nothing. With `kind` and without `modality`, only claims of what is said to have happened match: a feared air strike is not an air strike. */
export type ClaimFilter = {
  /** Whether the claim is a total over incidents that the report did not separate. */
  readonly aggregate?: boolean | null | undefined;
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<ClaimFilter> | null | undefined;
  /** The claim has this id in another system, such as a UCDP event id. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The claim is one of these. */
  readonly id?: ReadonlyArray<ClaimId> | null | undefined;
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

/** A link from one claim to another. */
export type ClaimLinkInput = {
  /** The id of the claim that the link starts from, `clm_…`. */
  readonly fromId: ClaimId;
  /** The relation of `from` to `to`. CAUSED_BY needs a source; FOLLOWS is order in time. */
  readonly kind: ClaimLinkKind;
  /** The reason for the link, in words. Up to 2,000 characters. */
  readonly rationale: string;
  /** Whether both claims may go back to the same origin. */
  readonly sharedOrigin?: Judgement;
  /** The id of the claim that the link points to, `clm_…`. */
  readonly toId: ClaimId;
};

/** What a list is sorted by, and in which direction. Records without a value come last in both directions. */
export type ClaimOrder = {
  /** The value that the list is sorted by. */
  readonly by: ClaimOrderField;
  /** Whether the smallest or the largest value comes first. */
  readonly direction?: Direction;
};

/** A faction that the claim names. */
export type ClaimPartyInput = {
  /** The words of the report for the party. Up to 500 characters. */
  readonly asWritten?: string | null | undefined;
  /** Whether the report states the party or the analyst inferred it. */
  readonly basis?: Basis;
  /** The id of the faction, `fac_…`. */
  readonly factionId: FactionId;
  /** A number from 0. Parties with the same number acted as one coalition. */
  readonly group?: number | null | undefined;
  /** The role of the faction in what is claimed. */
  readonly role: PartyRole;
};

/** A place that the claim names. */
export type ClaimPlaceInput = {
  /** The words of the report for the place. Up to 500 characters. */
  readonly asWritten?: string | null | undefined;
  /** Whether the report states the place or the analyst inferred it. */
  readonly basis?: Basis;
  /** How exactly the claim gives the place. */
  readonly geoPrecision?: GeoPrecision | null | undefined;
  /**
   * The latitude of the claim’s own point in degrees, together with `lon`.
   * @deprecated Use `point`.
   */
  readonly lat?: number | null | undefined;
  /** The id of the place, `loc_…`. */
  readonly locationId: LocationId;
  /**
   * The longitude of the claim’s own point in degrees, together with `lat`.
   * @deprecated Use `point`.
   */
  readonly lon?: number | null | undefined;
  /** The claim’s own point, which is stored beside the gazetteer’s. */
  readonly point?: PointInput | null | undefined;
  /** The role of the place in what is claimed. */
  readonly role?: PlaceRole;
};

/** The values of a new claim. */
export type CreateClaimInput = {
  /** Whether the claim is a total over incidents that the report did not separate. */
  readonly aggregate?: boolean | null | undefined;
  /** The ways in which the claim reached us, at least one. */
  readonly attributions: ReadonlyArray<AttributionInput>;
  /** The reports that the claim’s report cites for it. */
  readonly citations?: ReadonlyArray<CitationInput> | null | undefined;
  /** The claim’s ids in other systems. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** What the claim is about. */
  readonly kind: ClaimKind;
  /** The language of `statement`, BCP 47. A new claim has `en` by default. */
  readonly language?: string | null | undefined;
  /** How the speaker puts the claim: as fact, estimate, fear. */
  readonly modality?: Modality;
  /** When it is said to have happened, or to have been so. */
  readonly occurred?: FuzzyIntervalInput | null | undefined;
  /** The factions that the claim names, with their roles. */
  readonly parties?: ReadonlyArray<ClaimPartyInput> | null | undefined;
  /** The words of the report that the claim rests on. */
  readonly passage?: PassageInput | null | undefined;
  /** The places that the claim names, with their roles. */
  readonly places?: ReadonlyArray<ClaimPlaceInput> | null | undefined;
  /** The numbers that the claim gives. */
  readonly quantities?: ReadonlyArray<QuantityInput> | null | undefined;
  /** The id of the report that the claim was read in, `rpt_…`. Omit it only in `recordReport`. */
  readonly reportId?: ReportId | null | undefined;
  /** The assertion, in one neutral sentence of the analyst’s. Up to 5,000 characters. */
  readonly statement: string;
};

/** The values of a new faction. */
export type CreateFactionInput = {
  /** Whether the faction is known only as a group, its members unnamed. By default false. */
  readonly collective?: boolean | null | undefined;
  /** The faction’s ids in other systems. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** What kind of party it is. */
  readonly kind: FactionKind;
  /** All names of the faction. The first PRIMARY one is shown. */
  readonly names: ReadonlyArray<NameInput>;
};

/** The values of a new place. */
export type CreateLocationInput = {
  /** The ids of other areas that wholly contain the place, `loc_…`. */
  readonly alsoInIds?: ReadonlyArray<LocationId> | null | undefined;
  /** The place’s ids in other systems, such as `ocha-pcode`. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** How exactly `point` gives the place. */
  readonly geoPrecision?: GeoPrecision | null | undefined;
  /** The outline or line of the place, in GeoJSON (RFC 7946). */
  readonly geometry?: GeoJSON | null | undefined;
  /** What kind of place it is. */
  readonly kind: LocationKind;
  /** All names of the place. The first PRIMARY one is shown. */
  readonly names: ReadonlyArray<NameInput>;
  /** The ids of areas that share ground with the place, `loc_…`. Neither contains the other. */
  readonly overlapIds?: ReadonlyArray<LocationId> | null | undefined;
  /** The id of the next larger unit that contains the place, `loc_…`. */
  readonly parentId?: LocationId | null | undefined;
  /** A point in or near the place. */
  readonly point?: PointInput | null | undefined;
};

/** The values of a new report. */
export type CreateReportInput = {
  /** The address of a copy in an archive, with http or https. Up to 2,000 characters. */
  readonly archivedUrl?: string | null | undefined;
  /** The ids of its authors in order, `src_…`. */
  readonly authorIds?: ReadonlyArray<SourceId> | null | undefined;
  /** The text of the document. It needs `bodyKind`. Up to 1,000,000 characters. */
  readonly body?: string | null | undefined;
  /** What kind of text `body` is. Required with a body. */
  readonly bodyKind?: BodyKind | null | undefined;
  /** The id of the place in its dateline, `loc_…`. */
  readonly datelineId?: LocationId | null | undefined;
  /** The report’s ids in other systems. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** What kind of document it is. */
  readonly kind: ReportKind;
  /** The language of the document, BCP 47. */
  readonly language?: string | null | undefined;
  /** When the document was published. */
  readonly published?: FuzzyDateInput | null | undefined;
  /** The id of the outlet that published it, `src_…`. */
  readonly publisherId?: SourceId | null | undefined;
  /** The id of the report that this one reprints or translates, `rpt_…`. */
  readonly reprintOfId?: ReportId | null | undefined;
  /** When the desk fetched the document. */
  readonly retrievedAt?: string | null | undefined;
  /** What the document says, in an analyst’s words. Up to 10,000 characters. */
  readonly summary?: string | null | undefined;
  /** The title of the document. A post without one: its first words. Up to 1,000 characters. */
  readonly title: string;
  /** The address where it was published, with http or https. Up to 2,000 characters. */
  readonly url?: string | null | undefined;
};

/** The values of a new source. */
export type CreateSourceInput = {
  /** The id of the place where the source is based, `loc_…`. */
  readonly basedInId?: LocationId | null | undefined;
  /** The source’s ids in other systems. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** What kind of source it is. */
  readonly kind: SourceKind;
  /** All names of the source. The first PRIMARY one is shown. */
  readonly names: ReadonlyArray<NameInput>;
  /** How the source is to be protected. A new source is PUBLIC by default. */
  readonly protection?: Protection | null | undefined;
  /** What the source is or does, in the few words that reports use. Up to 500 characters. */
  readonly role?: string | null | undefined;
};

/** A record’s id in another system. */
export type ExternalIdInput = {
  /** The other system: `ucdp-event`, `ocha-pcode`, `wikidata` … Up to 60 characters. */
  readonly system: string;
  /** The record’s id in the other system. It cannot be a URL. Up to 200 characters. */
  readonly value: string;
};

/** Conditions on factions. All must hold; null or omitted conditions are ignored, and an empty list of values matches nothing. */
export type FactionFilter = {
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<FactionFilter> | null | undefined;
  /** Whether the faction is known only as a group of unnamed members. */
  readonly collective?: boolean | null | undefined;
  /** The faction has this id in another system, such as a UCDP actor id. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The faction is one of these. */
  readonly id?: ReadonlyArray<FactionId> | null | undefined;
  /** The faction is of one of these kinds. */
  readonly kind?: ReadonlyArray<FactionKind> | null | undefined;
  /** A filter that must not match. */
  readonly not?: FactionFilter | null | undefined;
  /** Filters of which at least one must match. */
  readonly or?: ReadonlyArray<FactionFilter> | null | undefined;
  /** The faction is said to be related to this faction, in either direction. */
  readonly relatedTo?: FactionId | null | undefined;
  /** One of the faction’s names contains this text, ignoring case. Up to 1,000 characters. */
  readonly text?: string | null | undefined;
};

/** What a list is sorted by, and in which direction. Records without a value come last in both directions. */
export type FactionOrder = {
  /** The value that the list is sorted by. */
  readonly by: NamedOrderField;
  /** Whether the smallest or the largest value comes first. */
  readonly direction?: Direction;
};

/** A relation that one faction is said to have to another, by these claims. */
export type FactionRelationInput = {
  /** The ids of the claims that assert the relation, `clm_…`: at least one. */
  readonly claimIds: ReadonlyArray<ClaimId>;
  /** When the relation is said to have held. */
  readonly during?: FuzzyIntervalInput | null | undefined;
  /** The id of the faction where the relation starts, `fac_…`. */
  readonly fromId: FactionId;
  /** The relation that `from` is said to have to `to`. */
  readonly kind: FactionRelationKind;
  /** The id of the faction that the relation points to, `fac_…`. */
  readonly toId: FactionId;
};

/** A moment or day. For an approximate date (`~`) give both bounds; without them, filters treat it as undated. */
export type FuzzyDateInput = {
  /** The report’s words for the date. Up to 500 characters. */
  readonly asWritten?: string | null | undefined;
  /** Whether the report states the date or the analyst inferred it. */
  readonly basis?: Basis;
  /** The first possible day, `YYYY-MM-DD`. Omitted: taken from `edtf`, if that has bounds. */
  readonly earliest?: string | null | undefined;
  /** One date in EDTF (ISO 8601-2), such as `2018-07-10~`. */
  readonly edtf: string;
  /** The last possible day, `YYYY-MM-DD`. Omitted: taken from `edtf`, if that has bounds. */
  readonly latest?: string | null | undefined;
};

/** An interval of time, given as a date or as an interval. */
export type FuzzyIntervalInput = {
  /** The report’s words for the date. Up to 500 characters. */
  readonly asWritten?: string | null | undefined;
  /** Whether the report states the date or the analyst inferred it. */
  readonly basis?: Basis;
  /** The first possible day, `YYYY-MM-DD`. Omitted: taken from `edtf`, if that has bounds. */
  readonly earliest?: string | null | undefined;
  /** A date or an interval in EDTF (ISO 8601-2), such as `2018-06-19/2018-07-10~` or `2018-06-19/..`. */
  readonly edtf: string;
  /** Whether it happened at some time in the interval, or held throughout. */
  readonly extent?: Extent;
  /** The last possible day, `YYYY-MM-DD`. Omitted: taken from `edtf`, if that has bounds. */
  readonly latest?: string | null | undefined;
};

/** Conditions on the links of a claim. All must hold for the same link; null or omitted conditions are ignored. */
export type LinkFilter = {
  /** The link is of one of these kinds, in either direction. */
  readonly kind?: ReadonlyArray<ClaimLinkKind> | null | undefined;
  /** The link leads to or from this claim. */
  readonly to?: ClaimId | null | undefined;
};

/** Conditions on places. All must hold; null or omitted conditions are ignored, and an empty list of values matches nothing. */
export type LocationFilter = {
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<LocationFilter> | null | undefined;
  /** The place has this id in another system, such as an OCHA P-code. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The place is one of these. */
  readonly id?: ReadonlyArray<LocationId> | null | undefined;
  /** The place is of one of these kinds. */
  readonly kind?: ReadonlyArray<LocationKind> | null | undefined;
  /** A filter that must not match. */
  readonly not?: LocationFilter | null | undefined;
  /** Filters of which at least one must match. */
  readonly or?: ReadonlyArray<LocationFilter> | null | undefined;
  /** One of the place’s names contains this text, ignoring case. Up to 1,000 characters. */
  readonly text?: string | null | undefined;
  /** The place is inside this place. The place itself does not match. */
  readonly within?: LocationId | null | undefined;
};

/** What a list is sorted by, and in which direction. Records without a value come last in both directions. */
export type LocationOrder = {
  /** The value that the list is sorted by. */
  readonly by: NamedOrderField;
  /** Whether the smallest or the largest value comes first. */
  readonly direction?: Direction;
};

/** A name of a source, faction or location. */
export type NameInput = {
  /** When the name was in use. */
  readonly during?: FuzzyIntervalInput | null | undefined;
  /** What kind of name it is, such as an alias. */
  readonly kind: NameKind;
  /** The language of the name, a BCP 47 tag. */
  readonly language?: string | null | undefined;
  /** The romanisation or list that the name follows. Up to 60 characters. */
  readonly scheme?: string | null | undefined;
  /** The script of the name, an ISO 15924 code: `Arab`, `Latn`. */
  readonly script?: string | null | undefined;
  /** The id of the source that uses the name. */
  readonly sourceId?: SourceId | null | undefined;
  /** The name as it is written. Up to 500 characters. */
  readonly text: string;
};

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
  readonly faction?: ReadonlyArray<FactionId> | null | undefined;
  /** The faction has one of these roles in the claim. */
  readonly role?: ReadonlyArray<PartyRole> | null | undefined;
};

/** The words that a claim rests on. `quote` is enough where the words occur once; otherwise add `start` or `prefix`. The server finds the offsets. */
export type PassageInput = {
  /** Whether the document marks the words as the speaker’s own, by quotation marks. */
  readonly directSpeech?: boolean;
  /** The part of the report that has the words. */
  readonly in?: PassagePart;
  /** The page of the document, counted from 1. */
  readonly page?: number | null | undefined;
  /** The text right before the words. Up to 1,000 characters. */
  readonly prefix?: string | null | undefined;
  /** The words, exactly as the report has them. Up to 20,000 characters. */
  readonly quote: string;
  /** The offset of the first word in that part, in UTF-16 code units from 0. */
  readonly start?: number | null | undefined;
  /** The text right after the words. Up to 1,000 characters. */
  readonly suffix?: string | null | undefined;
  /** The words in the language of the claim’s statement. Up to 20,000 characters. */
  readonly translation?: string | null | undefined;
};

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

/** Conditions on the places of a claim. All must hold for the same place; null or omitted conditions are ignored. */
export type PlaceFilter = {
  /** The claim names one of these places, as far as `scope` reaches. */
  readonly id?: ReadonlyArray<LocationId> | null | undefined;
  /** The place is near this point, by the claim’s own point if it has one, otherwise by the location’s. */
  readonly near?: NearInput | null | undefined;
  /** The claim locates the place with one of these precisions. Use it to leave out what is known only by governorate. */
  readonly precision?: ReadonlyArray<GeoPrecision> | null | undefined;
  /** The place has one of these roles in the claim. */
  readonly role?: ReadonlyArray<PlaceRole> | null | undefined;
  /** How far the places in `id` reach. By default a place includes everything inside it. */
  readonly scope?: PlaceScope;
};

/** A point on WGS 84, in decimal degrees. */
export type PointInput = {
  /** The latitude in degrees, north positive. */
  readonly lat: number;
  /** The longitude in degrees, east positive. */
  readonly lon: number;
};

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

/** A number with bounds. "At least 6,000" is `min: 6000`; "eleven" is min, best and max 11. */
export type QuantityInput = {
  /** Whether the source gives the number as approximate. */
  readonly approximate?: boolean;
  /** The words of the report for the number. Up to 500 characters. */
  readonly asWritten?: string | null | undefined;
  /** The source’s own best estimate, 0 or more. Left out: the source gives none. */
  readonly best?: number | null | undefined;
  /** The category of people that the number counts. */
  readonly category?: PersonCategory | null | undefined;
  /** The id of the faction whose people the number counts, `fac_…`. */
  readonly factionId?: FactionId | null | undefined;
  /** The upper bound, 0 or more. Left out: the number is open above. */
  readonly max?: number | null | undefined;
  /** What the number counts. */
  readonly measure: Measure;
  /** The lower bound, 0 or more. Left out: the source gives none. */
  readonly min?: number | null | undefined;
  /** Parts of this number with the same measure. They are never added to it, and have no parts. */
  readonly parts?: ReadonlyArray<QuantityInput> | null | undefined;
};

/** A rating of a source’s reliability. */
export type RatingInput = {
  /** The reason for the rating, in words. Up to 2,000 characters. */
  readonly rationale: string;
  /** The reliability of the source, on the Admiralty scale from A to F. */
  readonly reliability: Reliability;
};

/** A report and all its claims. They are written together or not at all. */
export type RecordReportInput = {
  /** The claims of the report, up to 500. Each leaves `reportId` out. */
  readonly claims: ReadonlyArray<CreateClaimInput>;
  /** The report that the claims were read in. */
  readonly report: CreateReportInput;
};

/** Conditions on reports. All must hold; null or omitted conditions are ignored, and an empty list of values matches nothing. */
export type ReportFilter = {
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<ReportFilter> | null | undefined;
  /** The report is one of these. */
  readonly id?: ReadonlyArray<ReportId> | null | undefined;
  /** The report is of one of these kinds. */
  readonly kind?: ReadonlyArray<ReportKind> | null | undefined;
  /** The report is in one of these languages (BCP 47), ignoring regions: `en` also finds `en-GB`. */
  readonly language?: ReadonlyArray<string> | null | undefined;
  /** A filter that must not match. */
  readonly not?: ReportFilter | null | undefined;
  /** Filters of which at least one must match. */
  readonly or?: ReadonlyArray<ReportFilter> | null | undefined;
  /** The period in which the report was published. */
  readonly published?: PeriodFilter | null | undefined;
  /** The report was published by one of these sources. */
  readonly publisher?: ReadonlyArray<SourceId> | null | undefined;
  /** Whether the report reprints or translates another report. */
  readonly reprint?: boolean | null | undefined;
  /** The report’s title, summary or body contains this text, ignoring case. Up to 1,000 characters. */
  readonly text?: string | null | undefined;
  /** The report has exactly this URL, as its own or as that of its archived copy. */
  readonly url?: string | null | undefined;
};

/** What a list is sorted by, and in which direction. Records without a value come last in both directions. */
export type ReportOrder = {
  /** The value that the list is sorted by. */
  readonly by: ReportOrderField;
  /** Whether the smallest or the largest value comes first. */
  readonly direction?: Direction;
};

/** Conditions on sources. All must hold; null or omitted conditions are ignored, and an empty list of values matches nothing. */
export type SourceFilter = {
  /** The source is said to belong to one of these factions or sources. */
  readonly affiliatedWith?: ReadonlyArray<PartyId> | null | undefined;
  /** Filters that must all match. */
  readonly and?: ReadonlyArray<SourceFilter> | null | undefined;
  /** The source has this id in another system. */
  readonly externalId?: ExternalIdInput | null | undefined;
  /** The source is one of these. */
  readonly id?: ReadonlyArray<SourceId> | null | undefined;
  /** The source is of one of these kinds. */
  readonly kind?: ReadonlyArray<SourceKind> | null | undefined;
  /** A filter that must not match. */
  readonly not?: SourceFilter | null | undefined;
  /** Filters of which at least one must match. */
  readonly or?: ReadonlyArray<SourceFilter> | null | undefined;
  /** The source has one of these levels of protection. */
  readonly protection?: ReadonlyArray<Protection> | null | undefined;
  /** The source currently has one of these reliability grades. */
  readonly reliability?: ReadonlyArray<Reliability> | null | undefined;
  /** One of the source’s names contains this text, ignoring case. Up to 1,000 characters. */
  readonly text?: string | null | undefined;
};

/** What a list is sorted by, and in which direction. Records without a value come last in both directions. */
export type SourceOrder = {
  /** The value that the list is sorted by. */
  readonly by: NamedOrderField;
  /** Whether the smallest or the largest value comes first. */
  readonly direction?: Direction;
};

/** Conditions on the speakers of a claim. All must hold for the same speaker; null or omitted conditions are ignored. */
export type SpeakerFilter = {
  /** Whether only the first speaker of a chain counts, not those who passed the claim on. Ignored without `source` and `kind`. */
  readonly first?: boolean;
  /** The speaker is a source of one of these kinds. */
  readonly kind?: ReadonlyArray<SourceKind> | null | undefined;
  /** The speaker is one of these sources. */
  readonly source?: ReadonlyArray<SourceId> | null | undefined;
};

/** One speaker of a chain: a source that made or passed on the claim. */
export type SpeakerInput = {
  /** How the source knows what it says. */
  readonly capacity?: Capacity;
  /** The id of the report in which the source said so, `rpt_…`. */
  readonly reportId?: ReportId | null | undefined;
  /** The id of the source that speaks, `src_…`. */
  readonly sourceId: SourceId;
  /** The verb that the report uses: "said", "estimated". Up to 100 characters. */
  readonly verb?: string | null | undefined;
};

/** The changes to a claim. A field left out stays, null clears, a list replaces the list. */
export type UpdateClaimInput = {
  /** Whether the claim is a total over incidents that the report did not separate. */
  readonly aggregate?: boolean | null | undefined;
  /** The ways in which the claim reached us, at least one. */
  readonly attributions?: ReadonlyArray<AttributionInput> | null | undefined;
  /** The reports that the claim’s report cites for it. */
  readonly citations?: ReadonlyArray<CitationInput> | null | undefined;
  /** The claim’s ids in other systems. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** What the claim is about. */
  readonly kind?: ClaimKind | null | undefined;
  /** The language of `statement`, BCP 47. A new claim has `en` by default. */
  readonly language?: string | null | undefined;
  /** How the speaker puts the claim: as fact, estimate, fear. */
  readonly modality?: Modality | null | undefined;
  /** When it is said to have happened, or to have been so. */
  readonly occurred?: FuzzyIntervalInput | null | undefined;
  /** The factions that the claim names, with their roles. */
  readonly parties?: ReadonlyArray<ClaimPartyInput> | null | undefined;
  /** The words of the report that the claim rests on. */
  readonly passage?: PassageInput | null | undefined;
  /** The places that the claim names, with their roles. */
  readonly places?: ReadonlyArray<ClaimPlaceInput> | null | undefined;
  /** The numbers that the claim gives. */
  readonly quantities?: ReadonlyArray<QuantityInput> | null | undefined;
  /** The assertion, in one neutral sentence of the analyst’s. Up to 5,000 characters. */
  readonly statement?: string | null | undefined;
};

/** The changes to a faction. A field left out stays, null clears, a list replaces the list. */
export type UpdateFactionInput = {
  /** Whether the faction is known only as a group, its members unnamed. By default false. */
  readonly collective?: boolean | null | undefined;
  /** The faction’s ids in other systems. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** What kind of party it is. */
  readonly kind?: FactionKind | null | undefined;
  /** All names of the faction. The first PRIMARY one is shown. */
  readonly names?: ReadonlyArray<NameInput> | null | undefined;
};

/** The changes to a place. A field left out stays, null clears, a list replaces the list. */
export type UpdateLocationInput = {
  /** The ids of other areas that wholly contain the place, `loc_…`. */
  readonly alsoInIds?: ReadonlyArray<LocationId> | null | undefined;
  /** The place’s ids in other systems, such as `ocha-pcode`. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** How exactly `point` gives the place. */
  readonly geoPrecision?: GeoPrecision | null | undefined;
  /** The outline or line of the place, in GeoJSON (RFC 7946). */
  readonly geometry?: GeoJSON | null | undefined;
  /** What kind of place it is. */
  readonly kind?: LocationKind | null | undefined;
  /** All names of the place. The first PRIMARY one is shown. */
  readonly names?: ReadonlyArray<NameInput> | null | undefined;
  /** The ids of areas that share ground with the place, `loc_…`. Neither contains the other. */
  readonly overlapIds?: ReadonlyArray<LocationId> | null | undefined;
  /** The id of the next larger unit that contains the place, `loc_…`. */
  readonly parentId?: LocationId | null | undefined;
  /** A point in or near the place. */
  readonly point?: PointInput | null | undefined;
};

/** The changes to a report. A field left out stays, null clears, a list replaces the list. */
export type UpdateReportInput = {
  /** The address of a copy in an archive, with http or https. Up to 2,000 characters. */
  readonly archivedUrl?: string | null | undefined;
  /** The ids of its authors in order, `src_…`. */
  readonly authorIds?: ReadonlyArray<SourceId> | null | undefined;
  /** The text of the document. It needs `bodyKind`. Up to 1,000,000 characters. */
  readonly body?: string | null | undefined;
  /** What kind of text `body` is. Required with a body. */
  readonly bodyKind?: BodyKind | null | undefined;
  /** The id of the place in its dateline, `loc_…`. */
  readonly datelineId?: LocationId | null | undefined;
  /** The report’s ids in other systems. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** What kind of document it is. */
  readonly kind?: ReportKind | null | undefined;
  /** The language of the document, BCP 47. */
  readonly language?: string | null | undefined;
  /** When the document was published. */
  readonly published?: FuzzyDateInput | null | undefined;
  /** The id of the outlet that published it, `src_…`. */
  readonly publisherId?: SourceId | null | undefined;
  /** The id of the report that this one reprints or translates, `rpt_…`. */
  readonly reprintOfId?: ReportId | null | undefined;
  /** When the desk fetched the document. */
  readonly retrievedAt?: string | null | undefined;
  /** What the document says, in an analyst’s words. Up to 10,000 characters. */
  readonly summary?: string | null | undefined;
  /** The title of the document. A post without one: its first words. Up to 1,000 characters. */
  readonly title?: string | null | undefined;
  /** The address where it was published, with http or https. Up to 2,000 characters. */
  readonly url?: string | null | undefined;
};

/** The changes to a source. A field left out stays, null clears, a list replaces the list. */
export type UpdateSourceInput = {
  /** The id of the place where the source is based, `loc_…`. */
  readonly basedInId?: LocationId | null | undefined;
  /** The source’s ids in other systems. */
  readonly externalIds?: ReadonlyArray<ExternalIdInput> | null | undefined;
  /** What kind of source it is. */
  readonly kind?: SourceKind | null | undefined;
  /** All names of the source. The first PRIMARY one is shown. */
  readonly names?: ReadonlyArray<NameInput> | null | undefined;
  /** How the source is to be protected. A new source is PUBLIC by default. */
  readonly protection?: Protection | null | undefined;
  /** What the source is or does, in the few words that reports use. Up to 500 characters. */
  readonly role?: string | null | undefined;
};

export type IntervalFragment = { /** The date or interval in EDTF (ISO 8601-2), as the writer gave it. */ readonly edtf: string, /** The first possible civil day of the interval, `YYYY-MM-DD`. Null: the start is unknown. */ readonly earliest: string | null, /** The last possible civil day of the interval, `YYYY-MM-DD`. Null: the end is unknown (`edtf` ends in `/`), or open (`/..`). */ readonly latest: string | null, /** The width of the range from `earliest` to `latest`. */ readonly precision: OpenEnum<DatePrecision>, /** Whether the start or the end is approximate (EDTF `~`). */ readonly approximate: boolean, /** Whether the start or the end is uncertain (EDTF `?`). */ readonly uncertain: boolean, /** Whether it happened at some time in the interval, or held throughout. */ readonly extent: OpenEnum<Extent>, /** Whether the report states the interval or the analyst inferred it. */ readonly basis: OpenEnum<Basis>, /** The report’s words for the interval. Null: not recorded. */ readonly asWritten: string | null };

export type FigureFragment = { readonly id: QuantityId, /** What the figure counts, such as people killed. */ readonly measure: OpenEnum<Measure>, /** How the figure bounds what it counts, derived from its bounds. */ readonly comparator: OpenEnum<Comparator>, /** The lower bound, inclusive. Null: the source gives no lower bound. */ readonly min: number | null, /** The source’s own best estimate. Null: the source gives none. */ readonly best: number | null, /** The upper bound, inclusive. Null: the figure is open above. */ readonly max: number | null, /** Whether the source calls the figure approximate: "about 6,000". */ readonly approximate: boolean, /** The report’s words for this figure. Null: not recorded. */ readonly asWritten: string | null, /** The id of the figure of the same claim of which this one is a part. Parts are never added to their whole. Null: not a part. */ readonly partOf: QuantityId | null, /** The group that the figure counts. Null: everyone, or not stated. */ readonly of: { /** The category of people, such as civilians. */ readonly category: OpenEnum<PersonCategory>, /** The faction to which the people belong. Null: any faction, or not stated. */ readonly faction: { readonly id: FactionId, /** The name to display: the faction’s first PRIMARY name. */ readonly name: string } | null } | null };

export type ClaimCardFragment = { readonly id: ClaimId, /** The record’s version, counted from 1. Pass it as `expectedVersion` to avoid overwriting changes you have not seen. */ readonly version: number, /** The assertion in one neutral sentence, written by the analyst. */ readonly statement: string, /** What the claim is about, such as an air strike. */ readonly kind: OpenEnum<ClaimKind>, /** How the speaker puts it: asserted, denied, feared … A feared air strike is not an air strike. */ readonly modality: OpenEnum<Modality>, /** The claim’s current verification status. Only `assessClaim` changes it. */ readonly status: OpenEnum<ClaimStatus>, /** The claim’s current credibility, Admiralty code 1–6 (NATO STANAG 2511). SIX until it is judged. Only `assessClaim` changes it. */ readonly credibility: OpenEnum<Credibility>, /** Whether the claim is a total over incidents that the report did not separate (UCDP `event_clarity` 2). */ readonly aggregate: boolean, /** The paths by which the claim reached us. Speakers heard side by side are separate attributions. */ readonly attributions: ReadonlyArray<{ /** The speakers in order: the first is the origin, the last is the one we read or heard. */ readonly chain: ReadonlyArray<{ /** The capacity in which the source spoke, for example as a witness. */ readonly capacity: OpenEnum<Capacity>, /** The verb that the report uses for this speaker: "said", "estimated". Null: not recorded. */ readonly verb: string | null, /** The source that made the claim or passed it on. */ readonly source: { readonly id: SourceId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string, /** What kind of source it is. */ readonly kind: OpenEnum<SourceKind>, /** What the source is or does, in a few words from the reports: "activist". Null: not stated. */ readonly role: string | null, /** The source’s current reliability, Admiralty code A–F (NATO STANAG 2511). F until it is judged. Only `rateSource` changes it. */ readonly reliability: OpenEnum<Reliability> } }> }>, /** The report in which we read the claim. For a row of a data set, the release of the data set. */ readonly report: { readonly id: ReportId, /** The title of the document; for a post without a title, its first words. */ readonly title: string, /** Where the document was published. Several reports may share a URL, for example reprints. Null: unknown. */ readonly url: string | null, /** Whether `body` is the original text, a translation, an excerpt or a paraphrase. Null: there is no body. */ readonly bodyKind: OpenEnum<BodyKind> | null, /** The outlet that published the document. Null: unknown. */ readonly publisher: { readonly id: SourceId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string } | null, /** When the document was published, as an EDTF date. Null: unknown. */ readonly published: DayFragment | null }, /** The words of the report on which the claim is based. Null: no passage was anchored. */ readonly passage: { /** The part of the report that contains the words. */ readonly in: OpenEnum<PassagePart>, /** The words exactly as the report has them. They are a quotation only if `report.bodyKind` is VERBATIM or TRANSLATION. */ readonly quote: string, /** Where the words start in that part, in UTF-16 code units from 0. */ readonly start: number, /** Where the words end in that part, exclusive, in UTF-16 code units. */ readonly end: number, /** Whether the document presents the words as direct speech, in quotation marks. */ readonly directSpeech: boolean } | null, /** When the event is said to have happened, or the state to have held. Null: not stated. */ readonly occurred: IntervalFragment | null, /** The places that the claim names, each with its role. */ readonly places: ReadonlyArray<{ /** The role of the place in the claim. */ readonly role: OpenEnum<PlaceRole>, /** The report’s words for this place: "the two areas". Null: not recorded. */ readonly asWritten: string | null, /** Whether the report states this place or the analyst inferred it. */ readonly basis: OpenEnum<Basis>, /** How precisely the claim locates this place, by UCDP `where_prec`. Null: not judged. */ readonly geoPrecision: OpenEnum<GeoPrecision> | null, /** The place that the claim names. */ readonly location: { readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string, /** What kind of place the location is. */ readonly kind: OpenEnum<LocationKind> }, /** The point that the claim’s own source gives, WGS 84. It can differ from `location.point`. Null: none given. */ readonly point: { /** The latitude in degrees, north positive. */ readonly lat: number, /** The longitude in degrees, east positive. */ readonly lon: number } | null }>, /** The factions that the claim names, each with its role. Empty: the claim names no faction. */ readonly parties: ReadonlyArray<{ /** The role of the faction in the claim. */ readonly role: OpenEnum<PartyRole>, /** A coalition: parties of the claim with the same number acted together. Null: the faction acted alone. */ readonly group: number | null, /** The report’s words for this party: "the government side". Null: not recorded. */ readonly asWritten: string | null, /** Whether the report states this party or the analyst inferred it. */ readonly basis: OpenEnum<Basis>, /** The faction that the claim names. */ readonly faction: { readonly id: FactionId, /** The name to display: the faction’s first PRIMARY name. */ readonly name: string, /** What kind of party the faction is. */ readonly kind: OpenEnum<FactionKind> } }>, /** The figures that the claim gives. */ readonly quantities: ReadonlyArray<FigureFragment> };

export type LinkCardFragment = { readonly id: ClaimLinkId, /** How the claim in `from` relates to the claim in `to`. */ readonly kind: OpenEnum<ClaimLinkKind>, /** Whether both claims may go back to the same origin. */ readonly sharedOrigin: OpenEnum<Judgement>, /** Why the analyst linked the two claims. */ readonly rationale: string, /** When the two claims were linked. */ readonly at: string, /** Who linked the two claims. */ readonly by: string, /** The claim at which the link starts. */ readonly from: { readonly id: ClaimId, /** The assertion in one neutral sentence, written by the analyst. */ readonly statement: string }, /** The claim to which the link points. */ readonly to: { readonly id: ClaimId, /** The assertion in one neutral sentence, written by the analyst. */ readonly statement: string } };

export type LinkDetailFragment = (
  { /** The claim at which the link starts. */ readonly from: ClaimCardFragment, /** The claim to which the link points. */ readonly to: ClaimCardFragment }
  & LinkCardFragment
);

export type ClaimDetailFragment = (
  { /** The language of `statement`, a BCP 47 tag. */ readonly language: string, /** Whether a record that the claim depends on is withdrawn: its report, a cited report, or a source, place or faction that it names. */ readonly restsOnWithdrawn: boolean, /** When the record was created here. */ readonly createdAt: string, /** When the record, or something that belongs to it, was last changed. */ readonly updatedAt: string, /** The reports that the claim’s report cites for it. A figure remains the report’s own, not the cited article’s. */ readonly citations: ReadonlyArray<{ /** Where in the cited report: a page, a row or a time. Null: not given. */ readonly locator: string | null, /** The report that is cited. */ readonly report: ReportCardFragment }>, /** All judgements of the claim over time, newest first. */ readonly assessments: ReadonlyArray<{ /** The claim’s verification status after this assessment. */ readonly status: OpenEnum<ClaimStatus>, /** The claim’s credibility after this assessment, Admiralty code 1–6 (NATO STANAG 2511). */ readonly credibility: OpenEnum<Credibility>, /** Why the claim was judged this way. */ readonly rationale: string, /** When the assessment was made. */ readonly at: string, /** Who made the assessment. */ readonly by: string }>, /** Links to and from other claims. Links to withdrawn claims are left out. */ readonly links: ReadonlyArray<LinkCardFragment>, /** What the import left out of the claim or corrected. Empty: no issues, or the claim was not imported. */ readonly importIssues: ReadonlyArray<{ /** The category of the problem, as in the import report: `BOUND_CONTRADICTS`, `NO_DATE` … */ readonly kind: string, /** The column of the imported file. Null: the row as a whole. */ readonly column: string | null, /** The value in the file, cut off after 500 characters. Null: there was no value. */ readonly value: string | null, /** Why the value was not used as it is, and what was done instead. */ readonly reason: string }>, /** The claim’s ids in other systems, such as `ucdp-event` or `acled`. */ readonly externalIds: ReadonlyArray<{ /** The other system: `ucdp-event`, `ucdp-actor`, `acled`, `ocha-pcode`, `geonames`, `wikidata` … */ readonly system: string, /** The record’s id in the other system. */ readonly value: string }>, /** Who withdrew the record, when and why. Null: not withdrawn. Withdrawn records are left out of lists and counts. */ readonly withdrawn: TakenFragment | null }
  & ClaimCardFragment
);

export type ClaimByIdQueryVariables = Exact<{
  id: ClaimId;
}>;


export type ClaimByIdQuery = { /** The claim with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly claim: ClaimDetailFragment | null };

export type ClaimsQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimsQuery = { /** A page of claims, withdrawn ones left out. */ readonly claims: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ClaimCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } };

export type CountClaimsQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
}>;


export type CountClaimsQuery = { /** A page of claims, withdrawn ones left out. */ readonly claims: { /** The number of items in the whole list. Counted only when selected. */ readonly totalCount: number } };

export type ClaimsAtPlaceQueryVariables = Exact<{
  id: LocationId;
  scope?: PlaceScope | null | undefined;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimsAtPlaceQuery = { /** The place with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly location: { readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string, /** What kind of place the location is. */ readonly kind: OpenEnum<LocationKind>, /** The claims that name the location; with `scope: WITHIN`, also those that name a place inside it. */ readonly claims: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ClaimCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } } | null };

export type PeopleDisplacedFromQueryVariables = Exact<{
  place: LocationId;
  period?: PeriodFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleDisplacedFromQuery = { /** A page of claims, withdrawn ones left out. */ readonly claims: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ClaimCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } };

export type ForAndAgainstQueryVariables = Exact<{
  id: ClaimId;
}>;


export type ForAndAgainstQuery = { /** The claim with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly claim: (
    { /** Links to and from other claims. Links to withdrawn claims are left out. */ readonly supporting: ReadonlyArray<LinkDetailFragment>, /** Links to and from other claims. Links to withdrawn claims are left out. */ readonly contradicting: ReadonlyArray<LinkDetailFragment>, /** Links to and from other claims. Links to withdrawn claims are left out. */ readonly repeating: ReadonlyArray<LinkDetailFragment> }
    & ClaimCardFragment
  ) | null };

export type ClaimStatisticsQueryVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  by?: ReadonlyArray<ClaimDimension> | null | undefined;
  countOnce?: CountOnce;
  first?: number;
}>;


export type ClaimStatisticsQuery = { /** How many claims there are, of what and when, and what their figures add up to. */ readonly claimStats: { /** How many events are in all buckets, including those cut off by `first`; with `countOnce: CLAIM`, how many claims. */ readonly total: number, /** Whether there are more buckets than `first` allows. */ readonly truncated: boolean, /** The buckets: by month if requested, otherwise the fullest first; then in the order of `by`. Null keys come last. */ readonly buckets: ReadonlyArray<{ /** The calendar month, `YYYY-MM`. Null: no single month, or not requested in `by`. */ readonly month: string | null, /** The kind of the claims. Null: events of several kinds, or not requested in `by`. */ readonly kind: OpenEnum<ClaimKind> | null, /** The verification status of the claims. Null: events of several statuses, or not requested in `by`. */ readonly status: OpenEnum<ClaimStatus> | null, /** How many events are in the bucket; with `countOnce: CLAIM`, how many claims. */ readonly count: number, /** The place that the claims name. Null: none, several, or not requested in `by`. */ readonly location: { readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string } | null, /** The faction that the claims name. Null: none, several, or not requested in `by`. */ readonly faction: { readonly id: FactionId, /** The name to display: the faction’s first PRIMARY name. */ readonly name: string } | null, /** The first speaker of the claims. Null: several, or not requested in `by`. */ readonly source: { readonly id: SourceId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string } | null, /** The figures of the bucket, added up by measure. */ readonly quantities: ReadonlyArray<{ /** What the figures count, such as people killed. */ readonly measure: OpenEnum<Measure>, /** How many figures were added. All figures of one event count as one. */ readonly figures: number, /** The sum of the lower bounds, a whole number. Figures without a lower bound add nothing. Null: no figure has one. */ readonly sumMin: number | null, /** The sum of the best estimates of the `withBest` figures that have one, a whole number. An event whose claims disagree has none. Null: no figure has one. */ readonly sumBest: number | null, /** The sum of the upper bounds, a whole number. Null: at least one figure has no upper bound. */ readonly sumMax: number | null, /** How many of the figures have a best estimate. */ readonly withBest: number, /** How many of the figures have no upper bound. */ readonly openAbove: number }> }> } };

export type CreateClaimMutationVariables = Exact<{
  input: CreateClaimInput;
}>;


export type CreateClaimMutation = { /** Writes a new claim. */ readonly createClaim: { /** The claim as it stands after the write. */ readonly claim: ClaimDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpdateClaimMutationVariables = Exact<{
  id: ClaimId;
  expectedVersion: number;
  input: UpdateClaimInput;
}>;


export type UpdateClaimMutation = { /** Changes a claim: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */ readonly updateClaim: { /** The claim as it stands after the write. */ readonly claim: ClaimDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpsertClaimMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateClaimInput;
}>;


export type UpsertClaimMutation = { /** Changes the claim that has this id in another system, or writes it new. The same call twice changes nothing more. */ readonly upsertClaim: { /** The claim as it stands after the write. */ readonly claim: ClaimDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type WithdrawClaimMutationVariables = Exact<{
  id: ClaimId;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawClaimMutation = { /** Takes a claim out of lists and counts; it stays readable by its id and in its history. If its source took it back, `assessClaim` with RETRACTED instead. */ readonly withdrawClaim: { /** The claim as it stands after the write. */ readonly claim: ClaimDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type AssessClaimMutationVariables = Exact<{
  claimId: ClaimId;
  input: AssessmentInput;
}>;


export type AssessClaimMutation = { /** Judges a claim: status and Admiralty credibility 1–6. Former judgements stay. */ readonly assessClaim: { /** The claim as it stands after the write. */ readonly claim: ClaimDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type LinkClaimsMutationVariables = Exact<{
  input: ClaimLinkInput;
}>;


export type LinkClaimsMutation = { /** Links two claims. */ readonly linkClaims: { /** The link. */ readonly link: LinkDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UnlinkClaimsMutationVariables = Exact<{
  id: ClaimLinkId;
  rationale: string;
}>;


export type UnlinkClaimsMutation = { /** Takes a link between two claims away; the history keeps it. */ readonly unlinkClaims: { /** The link. */ readonly link: (
      { /** Who withdrew the link, when and why. Null: the link is in force. Withdrawn links are not in `links`. */ readonly withdrawn: TakenFragment | null }
      & LinkDetailFragment
    ), /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type FactionCardFragment = { readonly id: FactionId, /** The record’s version, counted from 1. Pass it as `expectedVersion` to avoid overwriting changes you have not seen. */ readonly version: number, /** What kind of party the faction is. */ readonly kind: OpenEnum<FactionKind>, /** The name to display: the faction’s first PRIMARY name. */ readonly name: string, /** Whether the faction is known only as a group of unnamed members: "allied militias". */ readonly collective: boolean };

export type RelationCardFragment = { readonly id: FactionRelationId, /** How the faction in `from` is said to relate to the faction in `to`. */ readonly kind: OpenEnum<FactionRelationKind>, /** Whether one of the two factions, or every claim that asserts the relation, is withdrawn. */ readonly restsOnWithdrawn: boolean, /** The faction at which the relation starts. */ readonly from: { readonly id: FactionId, /** The name to display: the faction’s first PRIMARY name. */ readonly name: string, /** What kind of party the faction is. */ readonly kind: OpenEnum<FactionKind>, /** Whether the faction is known only as a group of unnamed members: "allied militias". */ readonly collective: boolean }, /** The faction to which the relation points. */ readonly to: { readonly id: FactionId, /** The name to display: the faction’s first PRIMARY name. */ readonly name: string, /** What kind of party the faction is. */ readonly kind: OpenEnum<FactionKind>, /** Whether the faction is known only as a group of unnamed members: "allied militias". */ readonly collective: boolean }, /** When the relation is said to hold. Null: not stated; `relations(at:)` then includes it on every day. */ readonly during: IntervalFragment | null, /** The claims that assert the relation. There is always at least one. */ readonly claims: ReadonlyArray<{ readonly id: ClaimId, /** The assertion in one neutral sentence, written by the analyst. */ readonly statement: string, /** The figures that the claim gives. */ readonly quantities: ReadonlyArray<FigureFragment>, /** The paths by which the claim reached us. Speakers heard side by side are separate attributions. */ readonly attributions: ReadonlyArray<{ /** The speakers in order: the first is the origin, the last is the one we read or heard. */ readonly chain: ReadonlyArray<{ /** The source that made the claim or passed it on. */ readonly source: { readonly id: SourceId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string } }> }>, /** The report in which we read the claim. For a row of a data set, the release of the data set. */ readonly report: { readonly id: ReportId, /** The title of the document; for a post without a title, its first words. */ readonly title: string } }> };

export type FactionDetailFragment = (
  { /** When the record was created here. */ readonly createdAt: string, /** When the record, or something that belongs to it, was last changed. */ readonly updatedAt: string, /** All names of the faction, the one to display first. */ readonly names: ReadonlyArray<NameCardFragment>, /** Relations to and from other factions, each with the claims that assert it. */ readonly relations: ReadonlyArray<RelationCardFragment>, /** The faction’s ids in other systems, such as `ucdp-actor`. */ readonly externalIds: ReadonlyArray<{ /** The other system: `ucdp-event`, `ucdp-actor`, `acled`, `ocha-pcode`, `geonames`, `wikidata` … */ readonly system: string, /** The record’s id in the other system. */ readonly value: string }>, /** Who withdrew the record, when and why. Null: not withdrawn. Withdrawn records are left out of lists and counts. */ readonly withdrawn: TakenFragment | null }
  & FactionCardFragment
);

export type FactionByIdQueryVariables = Exact<{
  id: FactionId;
}>;


export type FactionByIdQuery = { /** The faction with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly faction: FactionDetailFragment | null };

export type FactionsQueryVariables = Exact<{
  filter?: FactionFilter | null | undefined;
  orderBy?: FactionOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FactionsQuery = { /** A page of factions, withdrawn ones left out. */ readonly factions: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<FactionCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } };

export type FactionOnDayQueryVariables = Exact<{
  id: FactionId;
  day: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FactionOnDayQuery = { /** The faction with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly faction: (
    { /** Relations to and from other factions, each with the claims that assert it. */ readonly relations: ReadonlyArray<RelationCardFragment>, /** The claims that name the faction as a party, in any role. */ readonly controls: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ClaimCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
    & FactionCardFragment
  ) | null };

export type ClaimsAboutFactionQueryVariables = Exact<{
  id: FactionId;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimsAboutFactionQuery = { /** The faction with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly faction: (
    { /** The claims that name the faction as a party, in any role. */ readonly claims: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ClaimCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
    & FactionCardFragment
  ) | null };

export type CreateFactionMutationVariables = Exact<{
  input: CreateFactionInput;
}>;


export type CreateFactionMutation = { /** Writes a new faction. */ readonly createFaction: { /** The faction as it stands after the write. */ readonly faction: FactionDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpdateFactionMutationVariables = Exact<{
  id: FactionId;
  expectedVersion: number;
  input: UpdateFactionInput;
}>;


export type UpdateFactionMutation = { /** Changes a faction: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */ readonly updateFaction: { /** The faction as it stands after the write. */ readonly faction: FactionDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpsertFactionMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateFactionInput;
}>;


export type UpsertFactionMutation = { /** Changes the faction that has this id in another system, or writes it new. The same call twice changes nothing more. */ readonly upsertFaction: { /** The faction as it stands after the write. */ readonly faction: FactionDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type WithdrawFactionMutationVariables = Exact<{
  id: FactionId;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawFactionMutation = { /** Takes a faction out of lists and counts; it stays readable by its id and in its history. Claims that rest on it are marked. */ readonly withdrawFaction: { /** The faction as it stands after the write. */ readonly faction: FactionDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type RelateFactionsMutationVariables = Exact<{
  input: FactionRelationInput;
}>;


export type RelateFactionsMutation = { /** Writes down how one faction is said to stand to another. Where that is written already, with the same dates, the claims are added to it. */ readonly relateFactions: { /** The relation. */ readonly relation: RelationCardFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UnrelateFactionsMutationVariables = Exact<{
  id: FactionRelationId;
  rationale: string;
}>;


export type UnrelateFactionsMutation = { /** Takes a relation between factions away; it stays readable by its id and in the history. */ readonly unrelateFactions: { /** The relation. */ readonly relation: (
      { /** Who withdrew the relation, when and why. Null: the relation is in force. Withdrawn relations are not in `relations`. */ readonly withdrawn: TakenFragment | null }
      & RelationCardFragment
    ), /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type LocationCardFragment = { readonly id: LocationId, /** The record’s version, counted from 1. Pass it as `expectedVersion` to avoid overwriting changes you have not seen. */ readonly version: number, /** What kind of place the location is. */ readonly kind: OpenEnum<LocationKind>, /** The name to display: the location’s first PRIMARY name. */ readonly name: string, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string, /** How exact `point` is, by UCDP `where_prec`. Null: not recorded. */ readonly geoPrecision: OpenEnum<GeoPrecision> | null, /** A point in or near the location, WGS 84. Null: unknown. */ readonly point: { /** The latitude in degrees, north positive. */ readonly lat: number, /** The longitude in degrees, east positive. */ readonly lon: number } | null, /** The location’s ids in other systems, such as an OCHA P-code (`ocha-pcode`) or `geonames`. */ readonly externalIds: ReadonlyArray<{ /** The other system: `ucdp-event`, `ucdp-actor`, `acled`, `ocha-pcode`, `geonames`, `wikidata` … */ readonly system: string, /** The record’s id in the other system. */ readonly value: string }> };

export type LocationDetailFragment = (
  { /** The outline or line of the location, GeoJSON (RFC 7946). Null: not available. */ readonly geometry: GeoJSON | null, /** When the record was created here. */ readonly createdAt: string, /** When the record, or something that belongs to it, was last changed. */ readonly updatedAt: string, /** All names of the location, the one to display first. */ readonly names: ReadonlyArray<NameCardFragment>, /** The next larger unit that contains the location. Null: none, or unknown. */ readonly parent: { readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string, /** What kind of place the location is. */ readonly kind: OpenEnum<LocationKind> } | null, /** All places that contain the location, through `parent` or `alsoIn`, the innermost first. */ readonly ancestors: ReadonlyArray<{ readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string, /** What kind of place the location is. */ readonly kind: OpenEnum<LocationKind> }>, /** Other areas, mostly informal, that wholly contain the location. */ readonly alsoIn: ReadonlyArray<{ readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string, /** What kind of place the location is. */ readonly kind: OpenEnum<LocationKind> }>, /** Areas that share ground with the location without either containing the other. Informal regions cross borders. */ readonly overlaps: ReadonlyArray<{ readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string, /** What kind of place the location is. */ readonly kind: OpenEnum<LocationKind> }>, /** Who withdrew the record, when and why. Null: not withdrawn. Withdrawn records are left out of lists and counts. */ readonly withdrawn: TakenFragment | null }
  & LocationCardFragment
);

export type LocationByIdQueryVariables = Exact<{
  id: LocationId;
}>;


export type LocationByIdQuery = { /** The place with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly location: LocationDetailFragment | null };

export type LocationsQueryVariables = Exact<{
  filter?: LocationFilter | null | undefined;
  orderBy?: LocationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LocationsQuery = { /** A page of locations, withdrawn ones left out. */ readonly locations: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<LocationCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } };

export type LocationsByNameQueryVariables = Exact<{
  name: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LocationsByNameQuery = { /** A page of locations, withdrawn ones left out. */ readonly locations: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<(
      { /** All names of the location, the one to display first. */ readonly names: ReadonlyArray<NameCardFragment> }
      & LocationCardFragment
    )>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } };

export type PlacesInsideQueryVariables = Exact<{
  id: LocationId;
  filter?: LocationFilter | null | undefined;
  orderBy?: LocationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlacesInsideQuery = { /** The place with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly location: (
    { /** The places whose `parent` is this location. */ readonly children: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<LocationCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
    & LocationCardFragment
  ) | null };

export type CreateLocationMutationVariables = Exact<{
  input: CreateLocationInput;
}>;


export type CreateLocationMutation = { /** Writes a new place. */ readonly createLocation: { /** The place as it stands after the write. */ readonly location: LocationDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpdateLocationMutationVariables = Exact<{
  id: LocationId;
  expectedVersion: number;
  input: UpdateLocationInput;
}>;


export type UpdateLocationMutation = { /** Changes a place: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */ readonly updateLocation: { /** The place as it stands after the write. */ readonly location: LocationDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpsertLocationMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateLocationInput;
}>;


export type UpsertLocationMutation = { /** Changes the place that has this id in another system, or writes it new. The same call twice changes nothing more. */ readonly upsertLocation: { /** The place as it stands after the write. */ readonly location: LocationDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type WithdrawLocationMutationVariables = Exact<{
  id: LocationId;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawLocationMutation = { /** Takes a place out of lists and counts; it stays readable by its id and in its history. Claims that rest on it are marked. */ readonly withdrawLocation: { /** The place as it stands after the write. */ readonly location: LocationDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type TakenFragment = { /** When it was withdrawn. */ readonly at: string, /** Who withdrew it. */ readonly by: string, /** Why it was withdrawn. */ readonly rationale: string };

export type NoticeFragment = { /** What the warning is about. */ readonly code: OpenEnum<WarningCode>, /** The warning as a text for people. */ readonly message: string, /** The id of the record that the warning concerns. Null: no single record. */ readonly recordId: RecordId | null };

export type NameCardFragment = { readonly id: NameId, /** The name as it is written. */ readonly text: string, /** What kind of name it is, such as an alias. */ readonly kind: OpenEnum<NameKind>, /** The language of the name, a BCP 47 tag. Null: not recorded. */ readonly language: string | null, /** The script of the name, an ISO 15924 code: `Arab`, `Latn`. Null: not recorded. */ readonly script: string | null, /** The romanisation or list that the name follows: `OCHA`, `BGN/PCGN`, `UCDP`. Null: not recorded. */ readonly scheme: string | null };

type RecordCard_Claim_Fragment = { readonly __typename: 'Claim', readonly statement: string, readonly id: ClaimId, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: TakenFragment | null };

type RecordCard_Faction_Fragment = { readonly __typename: 'Faction', readonly name: string, readonly id: FactionId, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: TakenFragment | null };

type RecordCard_Location_Fragment = { readonly __typename: 'Location', readonly label: string, readonly id: LocationId, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: TakenFragment | null };

type RecordCard_Report_Fragment = { readonly __typename: 'Report', readonly title: string, readonly id: ReportId, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: TakenFragment | null };

type RecordCard_Source_Fragment = { readonly __typename: 'Source', readonly name: string, readonly id: SourceId, readonly version: number, readonly createdAt: string, readonly updatedAt: string, readonly externalIds: ReadonlyArray<{ readonly system: string, readonly value: string }>, readonly withdrawn: TakenFragment | null };

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


export type RecordByExternalIdQuery = { /** The record of a type that has this id in another system. Null when there is none. */ readonly record:
    | RecordCard_Claim_Fragment
    | RecordCard_Faction_Fragment
    | RecordCard_Location_Fragment
    | RecordCard_Report_Fragment
    | RecordCard_Source_Fragment
   | null };

export type RecordHistoryQueryVariables = Exact<{
  id: NodeId;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RecordHistoryQuery = { /** Whatever has this id: a record, a link, a relation, a name, a figure. NOT_FOUND and null when there is none. */ readonly node:
    | { readonly __typename: 'Affiliation' }
    | (
      { readonly __typename: 'Claim', /** What was changed, when and by whom: newest first. */ readonly history: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<{ /** When the change was made: one timestamp for the whole write, later than all earlier writes. */ readonly at: string, /** Who made the change. It is `local` until access control exists. */ readonly by: string, /** The operation that made the change, such as `updateClaim` or `sample`. */ readonly action: string, /** Whether the record was created, updated or withdrawn. */ readonly change: OpenEnum<ChangeKind>, /** The record’s version after the change. */ readonly version: number, /** The values that changed. For a created record, every value it was created with. */ readonly diff: ReadonlyArray<{ /** The path to the value: field names and, in lists, the position or id of the item. */ readonly path: ReadonlyArray<string>, /** The value before the change, as text. Null: there was no value. */ readonly before: string | null, /** The value after the change, as text. Null: there is no value any more. */ readonly after: string | null }> }>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
      & RecordCard_Claim_Fragment
    )
    | { readonly __typename: 'ClaimLink' }
    | (
      { readonly __typename: 'Faction', /** What was changed, when and by whom: newest first. */ readonly history: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<{ /** When the change was made: one timestamp for the whole write, later than all earlier writes. */ readonly at: string, /** Who made the change. It is `local` until access control exists. */ readonly by: string, /** The operation that made the change, such as `updateClaim` or `sample`. */ readonly action: string, /** Whether the record was created, updated or withdrawn. */ readonly change: OpenEnum<ChangeKind>, /** The record’s version after the change. */ readonly version: number, /** The values that changed. For a created record, every value it was created with. */ readonly diff: ReadonlyArray<{ /** The path to the value: field names and, in lists, the position or id of the item. */ readonly path: ReadonlyArray<string>, /** The value before the change, as text. Null: there was no value. */ readonly before: string | null, /** The value after the change, as text. Null: there is no value any more. */ readonly after: string | null }> }>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
      & RecordCard_Faction_Fragment
    )
    | { readonly __typename: 'FactionRelation' }
    | (
      { readonly __typename: 'Location', /** What was changed, when and by whom: newest first. */ readonly history: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<{ /** When the change was made: one timestamp for the whole write, later than all earlier writes. */ readonly at: string, /** Who made the change. It is `local` until access control exists. */ readonly by: string, /** The operation that made the change, such as `updateClaim` or `sample`. */ readonly action: string, /** Whether the record was created, updated or withdrawn. */ readonly change: OpenEnum<ChangeKind>, /** The record’s version after the change. */ readonly version: number, /** The values that changed. For a created record, every value it was created with. */ readonly diff: ReadonlyArray<{ /** The path to the value: field names and, in lists, the position or id of the item. */ readonly path: ReadonlyArray<string>, /** The value before the change, as text. Null: there was no value. */ readonly before: string | null, /** The value after the change, as text. Null: there is no value any more. */ readonly after: string | null }> }>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
      & RecordCard_Location_Fragment
    )
    | { readonly __typename: 'Name' }
    | { readonly __typename: 'Quantity' }
    | (
      { readonly __typename: 'Report', /** What was changed, when and by whom: newest first. */ readonly history: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<{ /** When the change was made: one timestamp for the whole write, later than all earlier writes. */ readonly at: string, /** Who made the change. It is `local` until access control exists. */ readonly by: string, /** The operation that made the change, such as `updateClaim` or `sample`. */ readonly action: string, /** Whether the record was created, updated or withdrawn. */ readonly change: OpenEnum<ChangeKind>, /** The record’s version after the change. */ readonly version: number, /** The values that changed. For a created record, every value it was created with. */ readonly diff: ReadonlyArray<{ /** The path to the value: field names and, in lists, the position or id of the item. */ readonly path: ReadonlyArray<string>, /** The value before the change, as text. Null: there was no value. */ readonly before: string | null, /** The value after the change, as text. Null: there is no value any more. */ readonly after: string | null }> }>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
      & RecordCard_Report_Fragment
    )
    | (
      { readonly __typename: 'Source', /** What was changed, when and by whom: newest first. */ readonly history: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<{ /** When the change was made: one timestamp for the whole write, later than all earlier writes. */ readonly at: string, /** Who made the change. It is `local` until access control exists. */ readonly by: string, /** The operation that made the change, such as `updateClaim` or `sample`. */ readonly action: string, /** Whether the record was created, updated or withdrawn. */ readonly change: OpenEnum<ChangeKind>, /** The record’s version after the change. */ readonly version: number, /** The values that changed. For a created record, every value it was created with. */ readonly diff: ReadonlyArray<{ /** The path to the value: field names and, in lists, the position or id of the item. */ readonly path: ReadonlyArray<string>, /** The value before the change, as text. Null: there was no value. */ readonly before: string | null, /** The value after the change, as text. Null: there is no value any more. */ readonly after: string | null }> }>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
      & RecordCard_Source_Fragment
    )
   | null };

export type AddNameMutationVariables = Exact<{
  recordId: RecordId;
  name: NameInput;
}>;


export type AddNameMutation = { /** Adds a name to a source, faction or place. */ readonly addName: { /** The record as it stands after the write. */ readonly record:
      | RecordCard_Claim_Fragment
      | RecordCard_Faction_Fragment
      | RecordCard_Location_Fragment
      | RecordCard_Report_Fragment
      | RecordCard_Source_Fragment
    , /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type DayFragment = { /** The date in EDTF (ISO 8601-2), as the writer gave it. */ readonly edtf: string, /** The first possible civil day, `YYYY-MM-DD`. Null: unknown, or approximate without stated bounds. */ readonly earliest: string | null, /** The last possible civil day, `YYYY-MM-DD`. Null: unknown, or approximate without stated bounds. Filters treat a date without bounds as undated. */ readonly latest: string | null, /** The width of the range from `earliest` to `latest`. */ readonly precision: OpenEnum<DatePrecision>, /** Whether the date is approximate (EDTF `~`). EDTF gives `~` no width. */ readonly approximate: boolean, /** Whether the date is uncertain (EDTF `?`). */ readonly uncertain: boolean, /** Whether the report states the date or the analyst inferred it. */ readonly basis: OpenEnum<Basis>, /** The report’s words for the date. Null: not recorded. */ readonly asWritten: string | null };

export type ReportCardFragment = { readonly id: ReportId, /** The record’s version, counted from 1. Pass it as `expectedVersion` to avoid overwriting changes you have not seen. */ readonly version: number, /** What kind of document the report is. */ readonly kind: OpenEnum<ReportKind>, /** The title of the document; for a post without a title, its first words. */ readonly title: string, /** Where the document was published. Several reports may share a URL, for example reprints. Null: unknown. */ readonly url: string | null, /** The language of the document, a BCP 47 tag. Null: not recorded. */ readonly language: string | null, /** What the document is about, in an analyst’s words. Null: no summary. */ readonly summary: string | null, /** Whether `body` is the original text, a translation, an excerpt or a paraphrase. Null: there is no body. */ readonly bodyKind: OpenEnum<BodyKind> | null, /** The outlet that published the document. Null: unknown. */ readonly publisher: { readonly id: SourceId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string } | null, /** When the document was published, as an EDTF date. Null: unknown. */ readonly published: DayFragment | null };

export type ReportDetailFragment = (
  { /** The URL of an archived copy of the document. Null: none known. */ readonly archivedUrl: string | null, /** The text of the document, in the form that `bodyKind` states. Null: not available. */ readonly body: string | null, /** SHA-256 of the body in UTF-8, in hexadecimal. Null: there is no body. */ readonly bodySha256: string | null, /** When we retrieved the document. Null: not recorded. */ readonly retrievedAt: string | null, /** When the record was created here. */ readonly createdAt: string, /** When the record, or something that belongs to it, was last changed. */ readonly updatedAt: string, /** Who wrote the document, in the order given. Empty: no author is named. */ readonly authors: ReadonlyArray<{ readonly id: SourceId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string }>, /** The place named in the document’s dateline. Null: none. */ readonly dateline: { readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string } | null, /** The report that this one reprints or translates. Null: none known. */ readonly reprintOf: { readonly id: ReportId, /** The title of the document; for a post without a title, its first words. */ readonly title: string, /** Where the document was published. Several reports may share a URL, for example reprints. Null: unknown. */ readonly url: string | null } | null, /** The report’s ids in other systems. */ readonly externalIds: ReadonlyArray<{ /** The other system: `ucdp-event`, `ucdp-actor`, `acled`, `ocha-pcode`, `geonames`, `wikidata` … */ readonly system: string, /** The record’s id in the other system. */ readonly value: string }>, /** Who withdrew the record, when and why. Null: not withdrawn. Withdrawn records are left out of lists and counts. */ readonly withdrawn: TakenFragment | null }
  & ReportCardFragment
);

export type ReportByIdQueryVariables = Exact<{
  id: ReportId;
}>;


export type ReportByIdQuery = { /** The report with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly report: ReportDetailFragment | null };

export type ReportsQueryVariables = Exact<{
  filter?: ReportFilter | null | undefined;
  orderBy?: ReportOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportsQuery = { /** A page of reports, withdrawn ones left out. */ readonly reports: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ReportCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } };

export type ClaimsInReportQueryVariables = Exact<{
  id: ReportId;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimsInReportQuery = { /** The report with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly report: (
    { /** The claims that were read in the report. */ readonly claims: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ClaimCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
    & ReportCardFragment
  ) | null };

export type RecordReportMutationVariables = Exact<{
  input: RecordReportInput;
}>;


export type RecordReportMutation = { /** Writes one report and all its claims, whole or not at all. */ readonly recordReport: { /** The report. */ readonly report: ReportDetailFragment, /** Its claims, in the order given. */ readonly claims: ReadonlyArray<ClaimCardFragment>, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type CreateReportMutationVariables = Exact<{
  input: CreateReportInput;
}>;


export type CreateReportMutation = { /** Writes a new report. */ readonly createReport: { /** The report as it stands after the write. */ readonly report: ReportDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpdateReportMutationVariables = Exact<{
  id: ReportId;
  expectedVersion: number;
  input: UpdateReportInput;
}>;


export type UpdateReportMutation = { /** Changes a report: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */ readonly updateReport: { /** The report as it stands after the write. */ readonly report: ReportDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpsertReportMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateReportInput;
}>;


export type UpsertReportMutation = { /** Changes the report that has this id in another system, or writes it new. The same call twice changes nothing more. */ readonly upsertReport: { /** The report as it stands after the write. */ readonly report: ReportDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type WithdrawReportMutationVariables = Exact<{
  id: ReportId;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawReportMutation = { /** Takes a report out of lists and counts; it stays readable by its id and in its history. Claims that rest on it are marked. */ readonly withdrawReport: { /** The report as it stands after the write. */ readonly report: ReportDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type SearchQueryVariables = Exact<{
  text: string;
  types?: ReadonlyArray<RecordType> | null | undefined;
  within?: LocationId | null | undefined;
  near?: NearInput | null | undefined;
  match?: NameMatch;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { /** Finds sources, factions and places by name, in any Latin or Arabic spelling, and reports and claims by the words of their texts. Each hit says why it matched. Withdrawn records are not found. */ readonly search: { /** The number of items in the whole list. Counted only when selected. */ readonly totalCount: number, /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<{ /** How the name or text matched. */ readonly rule: OpenEnum<MatchRule>, /** How well the record matches, from 0 to 1. Among equal scores, a place that gives its name to the area around it comes first, then records that claims mention. */ readonly score: number, /** The text to display: the label of a place ("Zayzun, Mzeireb, Daraa"), the name of a source or faction, the title of a report, the statement of a claim. */ readonly label: string, /** The name that matched. Null: the words of the record’s text matched. */ readonly name: NameCardFragment | null, /** The record that was found. */ readonly record:
        | RecordCard_Claim_Fragment
        | RecordCard_Faction_Fragment
        | RecordCard_Location_Fragment
        | RecordCard_Report_Fragment
        | RecordCard_Source_Fragment
       }>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } };

export type SourceCardFragment = { readonly id: SourceId, /** The record’s version, counted from 1. Pass it as `expectedVersion` to avoid overwriting changes you have not seen. */ readonly version: number, /** What kind of source it is. */ readonly kind: OpenEnum<SourceKind>, /** The name to display: the source’s first PRIMARY name. */ readonly name: string, /** What the source is or does, in a few words from the reports: "activist". Null: not stated. */ readonly role: string | null, /** The source’s current reliability, Admiralty code A–F (NATO STANAG 2511). F until it is judged. Only `rateSource` changes it. */ readonly reliability: OpenEnum<Reliability>, /** How the identity of the source must be protected. */ readonly protection: OpenEnum<Protection>, /** The place where the source is based. Null: not stated. */ readonly basedIn: { readonly id: LocationId, /** Name, subdistrict and governorate, to tell places of the same name apart: "Zayzun, Mzeireb, Daraa". */ readonly label: string } | null };

export type AffiliationCardFragment = { readonly id: AffiliationId, /** The role of the source there: "spokesman". Null: not stated. */ readonly role: string | null, /** Whether one of the two ends, or every claim that asserts the affiliation, is withdrawn. */ readonly restsOnWithdrawn: boolean, /** The source that is said to belong to a faction or another source. */ readonly source: { readonly id: SourceId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string }, /** The faction or source to which the source is said to belong. */ readonly to:
    | { readonly __typename: 'Faction', readonly id: FactionId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string }
    | { readonly __typename: 'Source', readonly id: SourceId, /** The name to display: the source’s first PRIMARY name. */ readonly name: string }
  , /** When the affiliation is said to hold. Null: not stated. */ readonly during: IntervalFragment | null, /** The claims that assert the affiliation. There is always at least one. */ readonly claims: ReadonlyArray<{ readonly id: ClaimId, /** The assertion in one neutral sentence, written by the analyst. */ readonly statement: string }> };

export type SourceDetailFragment = (
  { /** When the record was created here. */ readonly createdAt: string, /** When the record, or something that belongs to it, was last changed. */ readonly updatedAt: string, /** All names of the source, the one to display first. */ readonly names: ReadonlyArray<NameCardFragment>, /** All judgements of the source’s reliability over time, newest first. */ readonly ratings: ReadonlyArray<{ /** The reliability given, Admiralty code A–F (NATO STANAG 2511). */ readonly reliability: OpenEnum<Reliability>, /** Why the source was rated this way. */ readonly rationale: string, /** When the source was rated. */ readonly at: string, /** Who rated the source. */ readonly by: string }>, /** The factions and sources to which the source is said to belong, with the claims that assert it. */ readonly affiliations: ReadonlyArray<AffiliationCardFragment>, /** The source’s ids in other systems. */ readonly externalIds: ReadonlyArray<{ /** The other system: `ucdp-event`, `ucdp-actor`, `acled`, `ocha-pcode`, `geonames`, `wikidata` … */ readonly system: string, /** The record’s id in the other system. */ readonly value: string }>, /** Who withdrew the record, when and why. Null: not withdrawn. Withdrawn records are left out of lists and counts. */ readonly withdrawn: TakenFragment | null }
  & SourceCardFragment
);

export type SourceByIdQueryVariables = Exact<{
  id: SourceId;
}>;


export type SourceByIdQuery = { /** The source with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly source: SourceDetailFragment | null };

export type SourcesQueryVariables = Exact<{
  filter?: SourceFilter | null | undefined;
  orderBy?: SourceOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SourcesQuery = { /** A page of sources, withdrawn ones left out. */ readonly sources: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<SourceCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } };

export type SourceRecordQueryVariables = Exact<{
  id: SourceId;
  asOrigin?: boolean | null | undefined;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ClaimOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SourceRecordQuery = { /** The source with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly source: (
    { /** The claims in whose attribution chains the source speaks, at any position. */ readonly claims: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ClaimCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
    & SourceDetailFragment
  ) | null };

export type ReportsBySourceQueryVariables = Exact<{
  id: SourceId;
  filter?: ReportFilter | null | undefined;
  orderBy?: ReportOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportsBySourceQuery = { /** The source with this id, withdrawn or not. NOT_FOUND and null when there is none. */ readonly source: (
    { /** The reports that the source published or wrote. */ readonly reports: { /** The items of the page, without cursors. */ readonly nodes: ReadonlyArray<ReportCardFragment>, /** Whether there are more items, and the cursors to continue from. */ readonly pageInfo: { /** Whether there are items after this page. */ readonly hasNextPage: boolean, /** The cursor of the last item. Pass it as `after` to get the next page. Null: the page is empty. */ readonly endCursor: string | null } } }
    & SourceCardFragment
  ) | null };

export type CreateSourceMutationVariables = Exact<{
  input: CreateSourceInput;
}>;


export type CreateSourceMutation = { /** Writes a new source. */ readonly createSource: { /** The source as it stands after the write. */ readonly source: SourceDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpdateSourceMutationVariables = Exact<{
  id: SourceId;
  expectedVersion: number;
  input: UpdateSourceInput;
}>;


export type UpdateSourceMutation = { /** Changes a source: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */ readonly updateSource: { /** The source as it stands after the write. */ readonly source: SourceDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UpsertSourceMutationVariables = Exact<{
  externalId: ExternalIdInput;
  input: CreateSourceInput;
}>;


export type UpsertSourceMutation = { /** Changes the source that has this id in another system, or writes it new. The same call twice changes nothing more. */ readonly upsertSource: { /** The source as it stands after the write. */ readonly source: SourceDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type WithdrawSourceMutationVariables = Exact<{
  id: SourceId;
  expectedVersion: number;
  rationale: string;
}>;


export type WithdrawSourceMutation = { /** Takes a source out of lists and counts; it stays readable by its id and in its history. Claims that rest on it are marked. */ readonly withdrawSource: { /** The source as it stands after the write. */ readonly source: SourceDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type RateSourceMutationVariables = Exact<{
  sourceId: SourceId;
  input: RatingInput;
}>;


export type RateSourceMutation = { /** Judges a source’s reliability, Admiralty A–F. Former judgements stay. */ readonly rateSource: { /** The source as it stands after the write. */ readonly source: SourceDetailFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type AffiliateSourceMutationVariables = Exact<{
  input: AffiliationInput;
}>;


export type AffiliateSourceMutation = { /** Writes down that a source is said to belong to a faction or another source. Where that is written already, with the same dates, the claims are added to it. */ readonly affiliateSource: { /** The affiliation. */ readonly affiliation: AffiliationCardFragment, /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };

export type UnaffiliateSourceMutationVariables = Exact<{
  id: AffiliationId;
  rationale: string;
}>;


export type UnaffiliateSourceMutation = { /** Takes an affiliation away; it stays readable by its id and in the history. */ readonly unaffiliateSource: { /** The affiliation. */ readonly affiliation: (
      { /** Who withdrew the affiliation, when and why. Null: the affiliation is in force. Withdrawn affiliations are not in `affiliations`. */ readonly withdrawn: TakenFragment | null }
      & AffiliationCardFragment
    ), /** What the writer should know although the write succeeded. Empty: no warnings. */ readonly warnings: ReadonlyArray<NoticeFragment> } };


/**
 * How a value came to be known.
 * - `INFERRED`: The analyst inferred the value from the report and its circumstances.
 * - `STATED`: The report states the value.
 */
export type Basis = 'INFERRED' | 'STATED';

/**
 * What a report’s `body` is. Only VERBATIM and TRANSLATION may be quoted as the document’s words.
 * - `EXCERPT`: Parts of the document’s text.
 * - `PARAPHRASE`: A retelling by an analyst, not to be quoted.
 * - `TRANSLATION`: A translation of the document’s text.
 * - `VERBATIM`: The document’s own text.
 */
export type BodyKind = 'EXCERPT' | 'PARAPHRASE' | 'TRANSLATION' | 'VERBATIM';

/**
 * The capacity in which a source makes or passes on a claim.
 * - `ANALYST`: The source concluded it from evidence.
 * - `HEARSAY`: The source heard it from others who are not named.
 * - `OFFICIAL`: The source speaks for an authority or organisation.
 * - `PARTICIPANT`: The source took part in the event.
 * - `RELAY`: The source, such as an outlet or agency, passes on what another said.
 * - `UNSTATED`: The report does not state the capacity.
 * - `WITNESS`: The source saw or heard the event.
 */
export type Capacity = 'ANALYST' | 'HEARSAY' | 'OFFICIAL' | 'PARTICIPANT' | 'RELAY' | 'UNSTATED' | 'WITNESS';

/**
 * What a write did to a record.
 * - `CREATED`: The record was created.
 * - `UPDATED`: The record, or something that belongs to it, was changed.
 * - `WITHDRAWN`: The record was removed from lists and counts.
 */
export type ChangeKind = 'CREATED' | 'UPDATED' | 'WITHDRAWN';

/**
 * What claims can be counted by. A claim that fits several values of a dimension is counted once, in the bucket whose key is null.
 * - `FACTION`: The faction that the claim names. Null: it names none or several.
 * - `KIND`: What the claim is about. Claims that are FEARED, PREDICTED or DENIED are left out unless `modality` asks for them: a feared air strike is not an air strike.
 * - `LOCATION`: The place that the claim itself names, not the areas around it. Null: it names none or several.
 * - `MONTH`: The calendar month in which the claimed event certainly happened. Null: several months, open-ended or undated.
 * - `SOURCE`: The first speaker, from whom the claim originates. Null: several first speakers.
 * - `STATUS`: The verification status of the claim.
 */
export type ClaimDimension = 'FACTION' | 'KIND' | 'LOCATION' | 'MONTH' | 'SOURCE' | 'STATUS';

/**
 * What a claim is about. The matching ACLED sub-event types are in brackets.
 * - `ABDUCTION`: An abduction or enforced disappearance (Abduction/forced disappearance).
 * - `ADVANCE`: A party gains ground, enters a place or approaches it (Government regains territory, Non-state actor overtakes territory).
 * - `AGREEMENT`: Parties reach a truce, surrender or reconciliation (Agreement).
 * - `AIRSTRIKE`: An attack from the air (Air/drone strike).
 * - `BOMBING`: A bomb, mine or suicide attack (Remote explosive/landmine/IED, Suicide bomb, Grenade).
 * - `CASUALTIES`: People were killed or injured, where the means is not the point; UCDP violence types 1 and 2.
 * - `CHEMICAL_ATTACK`: The use of chemical weapons (Chemical weapon).
 * - `CLASH`: Fighting between armed parties (Armed clash).
 * - `DEPLOYMENT`: Forces are moved or stationed.
 * - `DESTRUCTION`: Buildings or goods are destroyed (Looting/property destruction).
 * - `DETENTION`: An arrest or detention (Arrests).
 * - `DISPLACEMENT`: People flee or are driven out.
 * - `HUMANITARIAN_SITUATION`: How people are living: food, water, shelter, fear, aid.
 * - `LOOTING`: Goods are stolen or carried off (Looting/property destruction).
 * - `MOBILISATION`: Fighters are called up or assembled.
 * - `NEGOTIATION`: Parties hold talks with each other.
 * - `OTHER`: Anything that no other kind covers.
 * - `PROTEST`: A demonstration (Peaceful protest, Protest with intervention).
 * - `RELATION`: A relation between parties: alliance, support, membership.
 * - `RETURN`: Displaced people come back.
 * - `RIOT`: A violent demonstration or mob violence (Violent demonstration, Mob violence).
 * - `SHELLING`: Artillery, mortar or rocket fire (Shelling/artillery/missile attack).
 * - `SIEGE`: A place is surrounded or cut off.
 * - `TERRITORIAL_CONTROL`: A party holds a place (Headquarters or base established).
 * - `VIOLENCE_AGAINST_CIVILIANS`: An attack on civilians (Attack, Sexual violence); UCDP violence type 3.
 * - `WITHDRAWAL`: A party gives up ground or leaves (Non-violent transfer of territory).
 */
export type ClaimKind = 'ABDUCTION' | 'ADVANCE' | 'AGREEMENT' | 'AIRSTRIKE' | 'BOMBING' | 'CASUALTIES' | 'CHEMICAL_ATTACK' | 'CLASH' | 'DEPLOYMENT' | 'DESTRUCTION' | 'DETENTION' | 'DISPLACEMENT' | 'HUMANITARIAN_SITUATION' | 'LOOTING' | 'MOBILISATION' | 'NEGOTIATION' | 'OTHER' | 'PROTEST' | 'RELATION' | 'RETURN' | 'RIOT' | 'SHELLING' | 'SIEGE' | 'TERRITORIAL_CONTROL' | 'VIOLENCE_AGAINST_CIVILIANS' | 'WITHDRAWAL';

/**
 * How one claim relates to another. Read each kind from `from` to `to`.
 * - `CAUSED_BY`: A source says that the event in `from` was caused by the one in `to`.
 * - `CONTRADICTS`: The two claims cannot both be true.
 * - `CORROBORATES`: The claim in `from` supports the claim in `to`.
 * - `FOLLOWS`: The event in `from` came after the one in `to`. This states no cause.
 * - `REFINES`: The claim in `from` says the same as `to`, more precisely.
 * - `REPEATS`: The claim in `from` repeats `to`: both have one origin, and totals count them once.
 * - `SAME_EVENT`: The two claims are about one event; totals count it once.
 * - `SUPERSEDES`: The claim in `from` replaces `to`: a later figure or a correction.
 */
export type ClaimLinkKind = 'CAUSED_BY' | 'CONTRADICTS' | 'CORROBORATES' | 'FOLLOWS' | 'REFINES' | 'REPEATS' | 'SAME_EVENT' | 'SUPERSEDES';

/**
 * What claims can be sorted by.
 * - `OCCURRED`: The latest day on which the event may have happened, otherwise the earliest. Undated claims come last in both directions.
 * - `PUBLISHED`: The latest day on which the report may have been published, otherwise the earliest. Claims of undated reports come last in both directions.
 * - `RECORDED`: When the claim was recorded here.
 */
export type ClaimOrderField = 'OCCURRED' | 'PUBLISHED' | 'RECORDED';

/**
 * The result of verifying a claim.
 * - `DISPUTED`: There is good evidence for and against the claim.
 * - `REFUTED`: The claim was shown to be false.
 * - `RETRACTED`: The source took the claim back.
 * - `UNVERIFIED`: Nobody has verified the claim yet.
 * - `VERIFIED`: The claim was checked against evidence and found to be true.
 */
export type ClaimStatus = 'DISPUTED' | 'REFUTED' | 'RETRACTED' | 'UNVERIFIED' | 'VERIFIED';

/**
 * How a figure bounds what it counts. Derived from `min`, `best`, `max` and `approximate`.
 * - `ABOUT`: An approximate number: `min` equals `max` and `approximate` is true, or only `best` is set.
 * - `AT_LEAST`: Open above: `min` is set and `max` is null.
 * - `AT_MOST`: Open below: `max` is set and `min` is null.
 * - `BETWEEN`: Bounded on both sides, from `min` to `max`.
 * - `EXACTLY`: An exact number: `min` equals `max`.
 */
export type Comparator = 'ABOUT' | 'AT_LEAST' | 'AT_MOST' | 'BETWEEN' | 'EXACTLY';

/**
 * What counts as one in statistics.
 * - `CLAIM`: Each claim counts once, even if other claims describe the same event.
 * - `SAME_EVENT`: Each event counts once. Claims linked by SAME_EVENT or REPEATS, directly or through other claims, are one event, and its figures span theirs. It is in the bucket that all its claims share, otherwise in the bucket whose key is null.
 */
export type CountOnce = 'CLAIM' | 'SAME_EVENT';

/**
 * How credible a claim is: Admiralty code 1–6, NATO STANAG 2511. It is separate from the reliability of the source and never merged with it.
 * - `FIVE`: 5: improbable; other information contradicts it.
 * - `FOUR`: 4: doubtful; not confirmed.
 * - `ONE`: 1: confirmed by other sources.
 * - `SIX`: 6: truth cannot be judged, or has not been judged yet.
 * - `THREE`: 3: possibly true; not confirmed.
 * - `TWO`: 2: probably true; not confirmed.
 */
export type Credibility = 'FIVE' | 'FOUR' | 'ONE' | 'SIX' | 'THREE' | 'TWO';

/**
 * How wide the range of possible dates is, in days.
 * - `DAY`: One civil day is known.
 * - `DAYS`: A range of two to six days.
 * - `DECADE`: A range of more than 366 days.
 * - `MONTH`: A range of 8 to 31 days.
 * - `TIME`: A time of day is known.
 * - `UNKNOWN`: The range has no width: one bound is open or unknown, or the date is approximate without bounds.
 * - `WEEK`: A range of seven days.
 * - `YEAR`: A range of 32 to 366 days.
 */
export type DatePrecision = 'DAY' | 'DAYS' | 'DECADE' | 'MONTH' | 'TIME' | 'UNKNOWN' | 'WEEK' | 'YEAR';

/**
 * The direction of an order. Records without a value come last in both directions.
 * - `ASC`: Smallest, earliest or alphabetically first value first.
 * - `DESC`: Largest, latest or alphabetically last value first.
 */
export type Direction = 'ASC' | 'DESC';

/**
 * How an event or state fills an interval of time.
 * - `THROUGHOUT`: The state held on every day of the interval.
 * - `WITHIN`: The event happened at some time in the interval.
 */
export type Extent = 'THROUGHOUT' | 'WITHIN';

/**
 * What kind of party a faction is.
 * - `ALLIANCE`: Several factions that act together under one name.
 * - `CIVILIANS`: Civilians, where a report treats them as a party.
 * - `FOREIGN_STATE`: Another state, or its armed forces.
 * - `MILITIA`: An armed group alongside the regular forces of one side.
 * - `POLITICAL_BODY`: A council, political party or administration.
 * - `REBEL_GROUP`: An armed group that fights the government.
 * - `STATE_FORCES`: The armed forces of the country’s government.
 * - `UNKNOWN`: No source says what the faction is.
 */
export type FactionKind = 'ALLIANCE' | 'CIVILIANS' | 'FOREIGN_STATE' | 'MILITIA' | 'POLITICAL_BODY' | 'REBEL_GROUP' | 'STATE_FORCES' | 'UNKNOWN';

/**
 * How one faction is said to relate to another. Read each kind from `from` to `to`.
 * - `AFFILIATE_OF`: The faction in `from` is an affiliate of `to`.
 * - `ALLIED_WITH`: The two factions are allies; the direction has no meaning.
 * - `BACKED_BY`: The faction in `from` is supported by `to`.
 * - `OPPOSED_TO`: The two factions are opponents; the direction has no meaning.
 * - `PART_OF`: The faction in `from` is part of `to`.
 * - `RECONCILED_WITH`: The faction in `from` reconciled with `to`.
 * - `SPLINTER_OF`: The faction in `from` split off from `to`.
 * - `SUCCESSOR_OF`: The faction in `from` succeeded `to`.
 */
export type FactionRelationKind = 'AFFILIATE_OF' | 'ALLIED_WITH' | 'BACKED_BY' | 'OPPOSED_TO' | 'PART_OF' | 'RECONCILED_WITH' | 'SPLINTER_OF' | 'SUCCESSOR_OF';

/**
 * How exactly a place is known. The codes of UCDP `where_prec` and ACLED `geo_precision` are in brackets.
 * - `COUNTRY`: Somewhere in the country (UCDP 6).
 * - `DISTRICT`: Somewhere in the district (UCDP 3).
 * - `EXACT`: The place itself (UCDP 1, ACLED 1).
 * - `GOVERNORATE`: Somewhere in the governorate (UCDP 4, ACLED 3).
 * - `INTERNATIONAL`: In international waters or airspace (UCDP 7).
 * - `LINE_OR_REGION`: Along a line, or in a region without sharp borders (UCDP 5).
 * - `WITHIN_25_KM`: Within about 25 km of the place (UCDP 2, ACLED 2).
 */
export type GeoPrecision = 'COUNTRY' | 'DISTRICT' | 'EXACT' | 'GOVERNORATE' | 'INTERNATIONAL' | 'LINE_OR_REGION' | 'WITHIN_25_KM';

/**
 * An analyst’s answer to a yes-or-no question.
 * - `NO`: The answer is no.
 * - `POSSIBLE`: The answer may be yes.
 * - `UNKNOWN`: The question has not been judged.
 * - `YES`: The answer is yes.
 */
export type Judgement = 'NO' | 'POSSIBLE' | 'UNKNOWN' | 'YES';

/**
 * What kind of place a location is.
 * - `COMMUNITY`: A city, town, village or camp (OCHA administrative level 4).
 * - `COUNTRY`: A country (OCHA administrative level 0).
 * - `CROSSING`: A crossing of a border or front line.
 * - `DESCRIBED`: A place known only by a description: "wooded land".
 * - `DISTRICT`: A district (OCHA administrative level 2).
 * - `FACILITY`: A base, hospital, school, plant or airfield.
 * - `GOVERNORATE`: A governorate or province (OCHA administrative level 1).
 * - `INFORMAL_REGION`: An area that people name, without official borders.
 * - `NATURAL_FEATURE`: A mountain, river, basin or wood.
 * - `NEIGHBOURHOOD`: A part of a city, town or village.
 * - `ROAD`: A road or a section of one.
 * - `SUBDISTRICT`: A subdistrict (OCHA administrative level 3).
 */
export type LocationKind = 'COMMUNITY' | 'COUNTRY' | 'CROSSING' | 'DESCRIBED' | 'DISTRICT' | 'FACILITY' | 'GOVERNORATE' | 'INFORMAL_REGION' | 'NATURAL_FEATURE' | 'NEIGHBOURHOOD' | 'ROAD' | 'SUBDISTRICT';

/**
 * The rule by which a search found a record.
 * - `EXACT`: The name is the same, ignoring case, character width and diacritics.
 * - `PREFIX`: The name begins with the search text.
 * - `SCRIPT`: The name is the search text written in the other script.
 * - `SOUND`: The name looks and sounds alike, but no rule treats the two as the same.
 * - `SPELLING`: The name is another spelling of the search text, by the rules of romanisation or of Arabic spelling.
 * - `WORDS`: The text contains the words: a report’s title, summary or body, or a claim’s statement.
 */
export type MatchRule = 'EXACT' | 'PREFIX' | 'SCRIPT' | 'SOUND' | 'SPELLING' | 'WORDS';

/**
 * What a figure counts.
 * - `BUILDINGS_DAMAGED`: Buildings that were damaged or destroyed.
 * - `FACTIONS`: Parties to the conflict, as the source counts them.
 * - `FIGHTERS`: People who bear arms for a party.
 * - `HOUSEHOLDS_DISPLACED`: Households that fled or were driven out.
 * - `OTHER`: Anything else; `asWritten` says what.
 * - `PEOPLE_DETAINED`: People who were arrested or detained.
 * - `PEOPLE_DISPLACED`: People who fled or were driven out.
 * - `PEOPLE_INJURED`: People who were injured.
 * - `PEOPLE_KILLED`: People who were killed.
 * - `PEOPLE_MISSING`: People whose whereabouts are unknown.
 * - `PEOPLE_RETURNED`: People who returned after displacement.
 * - `STRIKES`: Air strikes, shells or raids.
 */
export type Measure = 'BUILDINGS_DAMAGED' | 'FACTIONS' | 'FIGHTERS' | 'HOUSEHOLDS_DISPLACED' | 'OTHER' | 'PEOPLE_DETAINED' | 'PEOPLE_DISPLACED' | 'PEOPLE_INJURED' | 'PEOPLE_KILLED' | 'PEOPLE_MISSING' | 'PEOPLE_RETURNED' | 'STRIKES';

/**
 * How the speaker of a claim puts it.
 * - `ALLEGED`: The speaker passes on what others allege.
 * - `ASSERTED`: The speaker states it as a fact.
 * - `DENIED`: The speaker denies the statement.
 * - `ESTIMATED`: The speaker gives it as an estimate.
 * - `FEARED`: Somebody fears that it will happen. It is not said to have happened.
 * - `PREDICTED`: The speaker predicts that it will happen.
 */
export type Modality = 'ALLEGED' | 'ASSERTED' | 'DENIED' | 'ESTIMATED' | 'FEARED' | 'PREDICTED';

/**
 * What kind of name a name is.
 * - `ACRONYM`: An abbreviation of the name.
 * - `ALIAS`: Another name or another spelling.
 * - `FORMER`: A name that was used in the past.
 * - `PRIMARY`: The name to display. The first name of this kind is the record’s `name`.
 * - `WEAK`: A form too short or too common to identify the record by itself.
 */
export type NameKind = 'ACRONYM' | 'ALIAS' | 'FORMER' | 'PRIMARY' | 'WEAK';

/**
 * How far a name may differ from the search text.
 * - `EXACT`: The same name, ignoring only case, character width and diacritics. In texts: exactly these words in this order.
 * - `SCRIPT`: Also names in the other script: an Arabic name finds the Latin one, and the reverse.
 * - `SPELLING`: Also other spellings in the same script, names that begin with the text, and names that sound alike. In texts: these words in any inflected form.
 */
export type NameMatch = 'EXACT' | 'SCRIPT' | 'SPELLING';

/**
 * What sources, factions and locations can be sorted by.
 * - `NAME`: The displayed name, by Unicode code points.
 * - `RECORDED`: When the record was created here.
 */
export type NamedOrderField = 'NAME' | 'RECORDED';

/**
 * The role of a faction in a claim.
 * - `ACTOR`: The faction that carried out the act.
 * - `BENEFICIARY`: A faction that the act helped.
 * - `CONTROLLER`: The faction that holds the place.
 * - `LOSER`: The faction that lost the place.
 * - `PARTICIPANT`: A faction that took part, where the claim does not say who did what to whom.
 * - `TARGET`: The faction at which the act was directed.
 */
export type PartyRole = 'ACTOR' | 'BENEFICIARY' | 'CONTROLLER' | 'LOSER' | 'PARTICIPANT' | 'TARGET';

/**
 * The part of a report that contains a passage.
 * - `BODY`: The passage is in the report’s body.
 * - `TITLE`: The passage is in the report’s title.
 */
export type PassagePart = 'BODY' | 'TITLE';

/**
 * How a date or interval must relate to a period.
 * - `OVERLAPS`: The date may be in the period. An unknown bound counts as unbounded.
 * - `WITHIN`: The date is certainly in the period: both of its bounds are in it.
 */
export type PeriodMatch = 'OVERLAPS' | 'WITHIN';

/**
 * The category of people that a figure counts.
 * - `ANY`: People of any category.
 * - `CHILDREN`: People under 18 years of age.
 * - `CIVILIANS`: People who take no part in the fighting.
 * - `COMBATANTS`: People who take part in the fighting.
 * - `UNKNOWN_STATUS`: People who may or may not have taken part in the fighting.
 * - `WOMEN`: Women aged 18 or older.
 */
export type PersonCategory = 'ANY' | 'CHILDREN' | 'CIVILIANS' | 'COMBATANTS' | 'UNKNOWN_STATUS' | 'WOMEN';

/**
 * The role of a place in a claim.
 * - `ALONG`: The road or line along which the event happened.
 * - `AT`: Where the event happened, or the state held.
 * - `FROM`: Where a movement started.
 * - `TO`: Where a movement ended.
 * - `TOWARDS`: The direction of a movement, not its end.
 */
export type PlaceRole = 'ALONG' | 'AT' | 'FROM' | 'TO' | 'TOWARDS';

/**
 * How far a place reaches in a filter.
 * - `EXACT`: Only the place itself, not what is inside it.
 * - `WITHIN`: The place and everything inside it.
 * - `WITHIN_OR_OVERLAPPING`: The place, the areas that share ground with it, and everything inside them.
 */
export type PlaceScope = 'EXACT' | 'WITHIN' | 'WITHIN_OR_OVERLAPPING';

/**
 * How the identity of a source must be protected.
 * - `PROTECTED`: The identity of the source must stay secret.
 * - `PSEUDONYMOUS`: The source speaks under a pseudonym.
 * - `PUBLIC`: The source speaks under its own name.
 */
export type Protection = 'PROTECTED' | 'PSEUDONYMOUS' | 'PUBLIC';

/**
 * The five record types.
 * - `CLAIM`: One assertion, read in one report.
 * - `FACTION`: A party to the conflict.
 * - `LOCATION`: A place or an area.
 * - `REPORT`: A published document, in which claims are read.
 * - `SOURCE`: A person or body that asserts something.
 */
export type RecordType = 'CLAIM' | 'FACTION' | 'LOCATION' | 'REPORT' | 'SOURCE';

/**
 * How reliable a source is: Admiralty code A–F, NATO STANAG 2511. It says nothing about a single claim.
 * - `A`: Grade A: completely reliable.
 * - `B`: Grade B: usually reliable.
 * - `C`: Grade C: fairly reliable.
 * - `D`: Grade D: not usually reliable.
 * - `E`: Grade E: the source is unreliable.
 * - `F`: Grade F: reliability cannot be judged, or has not been judged yet.
 */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/**
 * What kind of document a report is.
 * - `ARTICLE`: A news article or blog post.
 * - `BROADCAST`: A radio or television broadcast.
 * - `DATASET`: A release of a data set.
 * - `INTERVIEW`: An interview, our own or another’s.
 * - `OTHER`: Any other kind of document.
 * - `SITUATION_REPORT`: A regular report on a situation, by an agency or monitoring group.
 * - `SOCIAL_POST`: A post on a social network or messaging channel.
 * - `STATEMENT`: A statement by an official or an organisation.
 * - `VIDEO`: A video that is not a broadcast.
 */
export type ReportKind = 'ARTICLE' | 'BROADCAST' | 'DATASET' | 'INTERVIEW' | 'OTHER' | 'SITUATION_REPORT' | 'SOCIAL_POST' | 'STATEMENT' | 'VIDEO';

/**
 * What reports can be sorted by.
 * - `PUBLISHED`: The latest day on which the report may have been published, otherwise the earliest. Undated reports come last in both directions.
 * - `RECORDED`: When the report was recorded here.
 * - `TITLE`: The title, by Unicode code points.
 */
export type ReportOrderField = 'PUBLISHED' | 'RECORDED' | 'TITLE';

/**
 * What kind of source a source is.
 * - `COLLECTIVE`: Several people known only as a group: "local activists".
 * - `DATASET`: A data set whose rows are claims.
 * - `OFFICIAL_BODY`: A ministry, army, court or other body of a state or administration.
 * - `ORGANISATION`: A monitoring group, charity, agency or other organisation.
 * - `OUTLET`: A news outlet, channel or site.
 * - `PERSON`: A single, individual person.
 * - `UNKNOWN`: No report says what the source is.
 */
export type SourceKind = 'COLLECTIVE' | 'DATASET' | 'OFFICIAL_BODY' | 'ORGANISATION' | 'OUTLET' | 'PERSON' | 'UNKNOWN';

/**
 * What a warning of a successful write is about.
 * - `REFERS_TO_WITHDRAWN`: The input refers to a withdrawn record.
 * - `RESTS_ON_WITHDRAWN`: Other records depend on what was withdrawn; their `restsOnWithdrawn` is now true.
 * - `SAME_BODY`: Another report has the same body, byte for byte.
 * - `SAME_URL`: Another report has the same URL. It may be a reprint, or the same report entered twice.
 */
export type WarningCode = 'REFERS_TO_WITHDRAWN' | 'RESTS_ON_WITHDRAWN' | 'SAME_BODY' | 'SAME_URL';

/** One claim, whole. `notFound`: there is none of this id. */
export const ClaimById: Operation<ClaimByIdQuery, ClaimByIdQueryVariables, 'query'> = { kind: 'query', name: 'ClaimById', text: 'query ClaimById($id:ID!){claim(id:$id){...ClaimDetail}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}', hash: '625537cd2228255bfd2dfb605e8464f23d6ea139cdeb36d2157c661ba7ffad26' };

/** Claims that a filter finds, newest first unless told otherwise. */
export const Claims: Operation<ClaimsQuery, ClaimsQueryVariables, 'query'> = { kind: 'query', name: 'Claims', text: 'query Claims($filter:ClaimFilter$orderBy:ClaimOrder$first:Int$after:String){claims(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}', hash: 'dc325aabe2e835648a82bf97bff6057add59e7d870d94fa52c2ed0b255c7196e' };

/** How many claims a filter finds. */
export const CountClaims: Operation<CountClaimsQuery, CountClaimsQueryVariables, 'query'> = { kind: 'query', name: 'CountClaims', text: 'query CountClaims($filter:ClaimFilter){claims(filter:$filter first:1){totalCount}}', hash: '4be04f21ca94bba3e9f2dffd36faa786d837fddb69e1fdfc1a2df5bc6b67f3a4' };

/** Everything said about a place and, unless `scope` says otherwise, all that lies inside it. `notFound`: there is none of this id. */
export const ClaimsAtPlace: Operation<ClaimsAtPlaceQuery, ClaimsAtPlaceQueryVariables, 'query'> = { kind: 'query', name: 'ClaimsAtPlace', text: 'query ClaimsAtPlace($id:ID!$scope:PlaceScope=WITHIN$filter:ClaimFilter$orderBy:ClaimOrder={by:OCCURRED}$first:Int$after:String){location(id:$id){id label kind claims(scope:$scope filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}', hash: '20d5db2b93f6f0a3dcf867c6a4b7fe5034d015d403e4d828d87e78aed44c3cbb' };

/** What is said about people who left a place, and how many: claims with a figure of people displaced from there. */
export const PeopleDisplacedFrom: Operation<PeopleDisplacedFromQuery, PeopleDisplacedFromQueryVariables, 'query'> = { kind: 'query', name: 'PeopleDisplacedFrom', text: 'query PeopleDisplacedFrom($place:ID!$period:PeriodFilter$first:Int$after:String){claims(filter:{place:{id:[$place]role:[FROM]}quantity:{measure:PEOPLE_DISPLACED}occurred:$period}orderBy:{by:OCCURRED}first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}', hash: '33fc31e2a3fcec437ed750ca057ef15fa8feccb0576b7c630bc55255c18c3d13' };

/** What speaks for a claim, what speaks against it, and what only repeats it. `notFound`: there is none of this id. */
export const ForAndAgainst: Operation<ForAndAgainstQuery, ForAndAgainstQueryVariables, 'query'> = { kind: 'query', name: 'ForAndAgainst', text: 'query ForAndAgainst($id:ID!){claim(id:$id){...ClaimCard supporting:links(kinds:[CORROBORATES REFINES]){...LinkDetail}contradicting:links(kinds:[CONTRADICTS]){...LinkDetail}repeating:links(kinds:[REPEATS SAME_EVENT]){...LinkDetail}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment LinkDetail on ClaimLink{...LinkCard from{...ClaimCard}to{...ClaimCard}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}', hash: '97c52b833beae3bd4bb575c18a41a6c02407f2e059d3c60a72fea70c00c8b0df' };

/** Counts and figures for a chart: events by month, kind, status, place, faction or first speaker. `sumMax` null: open above. */
export const ClaimStatistics: Operation<ClaimStatisticsQuery, ClaimStatisticsQueryVariables, 'query'> = { kind: 'query', name: 'ClaimStatistics', text: 'query ClaimStatistics($filter:ClaimFilter$by:[ClaimDimension!]$countOnce:CountOnce!=SAME_EVENT$first:Int!=1000){claimStats(filter:$filter by:$by countOnce:$countOnce first:$first){total truncated buckets{month kind status location{id label}faction{id name}source{id name}count quantities{measure figures sumMin sumBest sumMax withBest openAbove}}}}', hash: '984434d6c631dbfd70151bc6d86e7a395c94e4b7a3da57ad3e982380fe107f84' };

/** Writes a new claim. */
export const CreateClaim: Operation<CreateClaimMutation, CreateClaimMutationVariables, 'mutation'> = { kind: 'mutation', name: 'CreateClaim', text: 'mutation CreateClaim($input:CreateClaimInput!){createClaim(input:$input){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'd2e6c2defd78e9a6a059e4d79466cfdef271183dee4119cefba1b8f944297abe' };

/** Changes a claim: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */
export const UpdateClaim: Operation<UpdateClaimMutation, UpdateClaimMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpdateClaim', text: 'mutation UpdateClaim($id:ID!$expectedVersion:Int!$input:UpdateClaimInput!){updateClaim(id:$id expectedVersion:$expectedVersion input:$input){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'c1e0c91a67905c8368079cdca662ef80e8accf7cad847a88bf8539aa10c1a36c' };

/** Writes the claim of this external id, or changes the one that has it. */
export const UpsertClaim: Operation<UpsertClaimMutation, UpsertClaimMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpsertClaim', text: 'mutation UpsertClaim($externalId:ExternalIdInput!$input:CreateClaimInput!){upsertClaim(externalId:$externalId input:$input){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '83faf3fa6f1721f4f4b22345825168fafc9edb4ef35be08ca1d0974a883fcf89' };

/** Takes a claim back: out of lists and counts, still readable by its id. */
export const WithdrawClaim: Operation<WithdrawClaimMutation, WithdrawClaimMutationVariables, 'mutation'> = { kind: 'mutation', name: 'WithdrawClaim', text: 'mutation WithdrawClaim($id:ID!$expectedVersion:Int!$rationale:String!){withdrawClaim(id:$id expectedVersion:$expectedVersion rationale:$rationale){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '2781e413ff2c7c001498b2d48a56063de57fc7e9e6c1af5d336a423560f4a587' };

/** Moves a claim's status and credibility, and says why. */
export const AssessClaim: Operation<AssessClaimMutation, AssessClaimMutationVariables, 'mutation'> = { kind: 'mutation', name: 'AssessClaim', text: 'mutation AssessClaim($claimId:ID!$input:AssessmentInput!){assessClaim(claimId:$claimId input:$input){claim{...ClaimDetail}warnings{...Notice}}}fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '5439a48ba513e5a756f117d5126be8daebd27cdaa69b5e2b505b68efa0073e39' };

/** Says how one claim stands to another, and why. */
export const LinkClaims: Operation<LinkClaimsMutation, LinkClaimsMutationVariables, 'mutation'> = { kind: 'mutation', name: 'LinkClaims', text: 'mutation LinkClaims($input:ClaimLinkInput!){linkClaims(input:$input){link{...LinkDetail}warnings{...Notice}}}fragment LinkDetail on ClaimLink{...LinkCard from{...ClaimCard}to{...ClaimCard}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Notice on Warning{code message recordId}', hash: 'f8349a2f75e929dc2b1df8fe19da4b13476de83767326ddf903a362b0ff14291' };

/** Takes a link between two claims away; the history keeps it. */
export const UnlinkClaims: Operation<UnlinkClaimsMutation, UnlinkClaimsMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UnlinkClaims', text: 'mutation UnlinkClaims($id:ID!$rationale:String!){unlinkClaims(id:$id rationale:$rationale){link{...LinkDetail withdrawn{...Taken}}warnings{...Notice}}}fragment LinkDetail on ClaimLink{...LinkCard from{...ClaimCard}to{...ClaimCard}}fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'e802dda4b1e4564b25901514a267ba50aba19efc18909dfa55465ca6635332e4' };

/** One faction, whole. `notFound`: there is none of this id. */
export const FactionById: Operation<FactionByIdQuery, FactionByIdQueryVariables, 'query'> = { kind: 'query', name: 'FactionById', text: 'query FactionById($id:ID!){faction(id:$id){...FactionDetail}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}', hash: '79279c10783499147b0210a64302019ae5e63040557edb3905277a4d13997db4' };

/** Factions that a filter finds, by name unless told otherwise. */
export const Factions: Operation<FactionsQuery, FactionsQueryVariables, 'query'> = { kind: 'query', name: 'Factions', text: 'query Factions($filter:FactionFilter$orderBy:FactionOrder={by:NAME}$first:Int$after:String){factions(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...FactionCard}pageInfo{hasNextPage endCursor}}}fragment FactionCard on Faction{id version kind name collective}', hash: '8f8ca26843c38b0d1c10800412bb3b88be032e74a9aabd1e57630726b7309353' };

/** A faction on a day: its relations then, and what is said to be in whose hands where it is named as holder. `notFound`: there is none of this id. */
export const FactionOnDay: Operation<FactionOnDayQuery, FactionOnDayQueryVariables, 'query'> = { kind: 'query', name: 'FactionOnDay', text: 'query FactionOnDay($id:ID!$day:String!$first:Int$after:String){faction(id:$id){...FactionCard relations(at:$day){...RelationCard}controls:claims(filter:{kind:[TERRITORIAL_CONTROL]party:{faction:[$id]role:[CONTROLLER]}occurred:{from:$day to:$day unknown:true}}orderBy:{by:OCCURRED}first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment FactionCard on Faction{id version kind name collective}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}', hash: '7d0ecdc6d9eeb65221c57203c860e1937e21fcacec61f93d975157cb2ea2f644' };

/** Claims that name a faction, in whatever role. `notFound`: there is none of this id. */
export const ClaimsAboutFaction: Operation<ClaimsAboutFactionQuery, ClaimsAboutFactionQueryVariables, 'query'> = { kind: 'query', name: 'ClaimsAboutFaction', text: 'query ClaimsAboutFaction($id:ID!$filter:ClaimFilter$orderBy:ClaimOrder={by:OCCURRED}$first:Int$after:String){faction(id:$id){...FactionCard claims(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment FactionCard on Faction{id version kind name collective}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}', hash: '8e91bff364516ff106e01f49d162dab6e25feb6c8f0c207ab52676d9e6b0d99e' };

/** Writes a new faction. */
export const CreateFaction: Operation<CreateFactionMutation, CreateFactionMutationVariables, 'mutation'> = { kind: 'mutation', name: 'CreateFaction', text: 'mutation CreateFaction($input:CreateFactionInput!){createFaction(input:$input){faction{...FactionDetail}warnings{...Notice}}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '26e9997b56d9471fb9d1a6ce3dce25fce6247b70d0fad7e7a73eeb39cf1cd70f' };

/** Changes a faction: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */
export const UpdateFaction: Operation<UpdateFactionMutation, UpdateFactionMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpdateFaction', text: 'mutation UpdateFaction($id:ID!$expectedVersion:Int!$input:UpdateFactionInput!){updateFaction(id:$id expectedVersion:$expectedVersion input:$input){faction{...FactionDetail}warnings{...Notice}}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'd6245b43c9cf2438f53a585a1bda0f1091eec3c7a402f01cfb07855e0089dc8b' };

/** Writes the faction of this external id, or changes the one that has it. */
export const UpsertFaction: Operation<UpsertFactionMutation, UpsertFactionMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpsertFaction', text: 'mutation UpsertFaction($externalId:ExternalIdInput!$input:CreateFactionInput!){upsertFaction(externalId:$externalId input:$input){faction{...FactionDetail}warnings{...Notice}}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '07018c9866de81a3694875545e8606cef0187ad0e3fa5674672d7ba0475c9b57' };

/** Takes a faction back: out of lists and counts, still readable by its id. */
export const WithdrawFaction: Operation<WithdrawFactionMutation, WithdrawFactionMutationVariables, 'mutation'> = { kind: 'mutation', name: 'WithdrawFaction', text: 'mutation WithdrawFaction($id:ID!$expectedVersion:Int!$rationale:String!){withdrawFaction(id:$id expectedVersion:$expectedVersion rationale:$rationale){faction{...FactionDetail}warnings{...Notice}}}fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}fragment FactionCard on Faction{id version kind name collective}fragment NameCard on Name{id text kind language script scheme}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'c61e113d58548827063a1c3114b45609cf4630b25033f58729c910462faed25f' };

/** Notes how one faction is said to stand to another; at least one claim must say so. */
export const RelateFactions: Operation<RelateFactionsMutation, RelateFactionsMutationVariables, 'mutation'> = { kind: 'mutation', name: 'RelateFactions', text: 'mutation RelateFactions($input:FactionRelationInput!){relateFactions(input:$input){relation{...RelationCard}warnings{...Notice}}}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Notice on Warning{code message recordId}', hash: '393eb8f4f396ea4b152ba71837d61b8194340d82354ae18c2827543ad392f23f' };

/** Takes a relation between factions away; it stays readable by its id and in the history. */
export const UnrelateFactions: Operation<UnrelateFactionsMutation, UnrelateFactionsMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UnrelateFactions', text: 'mutation UnrelateFactions($id:ID!$rationale:String!){unrelateFactions(id:$id rationale:$rationale){relation{...RelationCard withdrawn{...Taken}}warnings{...Notice}}}fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'fef5adfbe1393874b130f1cc8de13fdb617e31d10fafd2fc39ecf7c580598194' };

/** One place, whole, with all that encloses it. `notFound`: there is none of this id. */
export const LocationById: Operation<LocationByIdQuery, LocationByIdQueryVariables, 'query'> = { kind: 'query', name: 'LocationById', text: 'query LocationById($id:ID!){location(id:$id){...LocationDetail}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}', hash: '2a38f8dbda12ffb98efe57491ce77b8b132d5dde60938f23e8d42aa5751fec85' };

/** Places that a filter finds, by name unless told otherwise. */
export const Locations: Operation<LocationsQuery, LocationsQueryVariables, 'query'> = { kind: 'query', name: 'Locations', text: 'query Locations($filter:LocationFilter$orderBy:LocationOrder={by:NAME}$first:Int$after:String){locations(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...LocationCard}pageInfo{hasNextPage endCursor}}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}', hash: '7499634cf150d3835b6a5ba01a73037cd7be6eccfeea4994cb8f815a75aa2491' };

/** Places that bear a name, with every name they have: two may share one for ever, so expect several. */
export const LocationsByName: Operation<LocationsByNameQuery, LocationsByNameQueryVariables, 'query'> = { kind: 'query', name: 'LocationsByName', text: 'query LocationsByName($name:String!$first:Int$after:String){locations(filter:{text:$name}orderBy:{by:NAME}first:$first after:$after){nodes{...LocationCard names{...NameCard}}pageInfo{hasNextPage endCursor}}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}', hash: 'f070951a0bfbfefc72347c1a9f06914e74369f6a86d15ede9ccda45fbdbf9cc9' };

/** The next smaller places directly inside a place. `notFound`: there is none of this id. */
export const PlacesInside: Operation<PlacesInsideQuery, PlacesInsideQueryVariables, 'query'> = { kind: 'query', name: 'PlacesInside', text: 'query PlacesInside($id:ID!$filter:LocationFilter$orderBy:LocationOrder={by:NAME}$first:Int$after:String){location(id:$id){...LocationCard children(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...LocationCard}pageInfo{hasNextPage endCursor}}}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}', hash: '08c4545496cbff14ca6dcc8892717605299cba6e6b4ee4f9b8ab47646f11fa47' };

/** Writes a new place. */
export const CreateLocation: Operation<CreateLocationMutation, CreateLocationMutationVariables, 'mutation'> = { kind: 'mutation', name: 'CreateLocation', text: 'mutation CreateLocation($input:CreateLocationInput!){createLocation(input:$input){location{...LocationDetail}warnings{...Notice}}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'f476b34d07926c624069252402d9b0c5f1f6e7d56969bdd5ac2fd797ea26d040' };

/** Changes a place: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */
export const UpdateLocation: Operation<UpdateLocationMutation, UpdateLocationMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpdateLocation', text: 'mutation UpdateLocation($id:ID!$expectedVersion:Int!$input:UpdateLocationInput!){updateLocation(id:$id expectedVersion:$expectedVersion input:$input){location{...LocationDetail}warnings{...Notice}}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'c1903e5107aaf9c792df430c1b3850c8e1c1003b5960b639b6aae0eef99404b6' };

/** Writes the place of this external id, or changes the one that has it. */
export const UpsertLocation: Operation<UpsertLocationMutation, UpsertLocationMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpsertLocation', text: 'mutation UpsertLocation($externalId:ExternalIdInput!$input:CreateLocationInput!){upsertLocation(externalId:$externalId input:$input){location{...LocationDetail}warnings{...Notice}}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '31346cb7ac4ab0e1cbc2e82ffa41e9782550cbbbc3efa4fb7c8308237117b25f' };

/** Takes a place back: out of lists and counts, still readable by its id. */
export const WithdrawLocation: Operation<WithdrawLocationMutation, WithdrawLocationMutationVariables, 'mutation'> = { kind: 'mutation', name: 'WithdrawLocation', text: 'mutation WithdrawLocation($id:ID!$expectedVersion:Int!$rationale:String!){withdrawLocation(id:$id expectedVersion:$expectedVersion rationale:$rationale){location{...LocationDetail}warnings{...Notice}}}fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}fragment NameCard on Name{id text kind language script scheme}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'ec2bea5176bef9002182d8d1d54932b3192e55241f0d4777b002d07bb78973c4' };

/** The record that has this id in another system, such as `ucdp-event` or `ocha-pcode`. Null: none has. */
export const RecordByExternalId: Operation<RecordByExternalIdQuery, RecordByExternalIdQueryVariables, 'query'> = { kind: 'query', name: 'RecordByExternalId', text: 'query RecordByExternalId($type:RecordType!$externalId:ExternalIdInput!){record(type:$type externalId:$externalId){...RecordCard}}fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}fragment Taken on Withdrawal{at by rationale}', hash: '17a4fed564fe48e71fde249cc2436db886ebc22201684de26160f5d6fe264128' };

/** What was changed in a record of any type, when and by whom: newest first. `notFound`: there is none of this id. */
export const RecordHistory: Operation<RecordHistoryQuery, RecordHistoryQueryVariables, 'query'> = { kind: 'query', name: 'RecordHistory', text: 'query RecordHistory($id:ID!$first:Int$after:String){node(id:$id){__typename ...on Record{...RecordCard history(first:$first after:$after){nodes{at by action change version diff{path before after}}pageInfo{hasNextPage endCursor}}}}}fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}fragment Taken on Withdrawal{at by rationale}', hash: '83ecfa6a714465238cb42e69c1764cecb8e0bd8f739a2cb1e711617ccf2ae66f' };

/** Gives a source, faction or place one more name. */
export const AddName: Operation<AddNameMutation, AddNameMutationVariables, 'mutation'> = { kind: 'mutation', name: 'AddName', text: 'mutation AddName($recordId:ID!$name:NameInput!){addName(recordId:$recordId name:$name){record{...RecordCard}warnings{...Notice}}}fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '9fa7a77aa2be5c8b14fa0dad80092eb58bcde509ed43f3053514ebdfa5d4a6d0' };

/** One report, whole. `notFound`: there is none of this id. */
export const ReportById: Operation<ReportByIdQuery, ReportByIdQueryVariables, 'query'> = { kind: 'query', name: 'ReportById', text: 'query ReportById($id:ID!){report(id:$id){...ReportDetail}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}', hash: '1c3f99f3c055a790d2b055e7e78cdbcce512966765f253b783cfec7b1d6287fd' };

/** Reports that a filter finds, the last published first unless told otherwise. */
export const Reports: Operation<ReportsQuery, ReportsQueryVariables, 'query'> = { kind: 'query', name: 'Reports', text: 'query Reports($filter:ReportFilter$orderBy:ReportOrder={by:PUBLISHED}$first:Int$after:String){reports(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ReportCard}pageInfo{hasNextPage endCursor}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}', hash: 'bd85506d4cce39fb1f99a600125bb761240ff86a08bc201b3828105ba52a8e67' };

/** What a report says, claim by claim. `notFound`: there is none of this id. */
export const ClaimsInReport: Operation<ClaimsInReportQuery, ClaimsInReportQueryVariables, 'query'> = { kind: 'query', name: 'ClaimsInReport', text: 'query ClaimsInReport($id:ID!$filter:ClaimFilter$orderBy:ClaimOrder$first:Int$after:String){report(id:$id){...ReportCard claims(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}', hash: 'd1e2a622b5358d198c975cef312fb4f9054bd04165fda1ca06b10c05def8f6b5' };

/** Writes a report and all its claims, whole or not at all. */
export const RecordReport: Operation<RecordReportMutation, RecordReportMutationVariables, 'mutation'> = { kind: 'mutation', name: 'RecordReport', text: 'mutation RecordReport($input:RecordReportInput!){recordReport(input:$input){report{...ReportDetail}claims{...ClaimCard}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}fragment Notice on Warning{code message recordId}', hash: '4656e849cec077432a5af54ba5dae312a94e676ca1983b65202d155cb2c4ec3f' };

/** Writes a new report. */
export const CreateReport: Operation<CreateReportMutation, CreateReportMutationVariables, 'mutation'> = { kind: 'mutation', name: 'CreateReport', text: 'mutation CreateReport($input:CreateReportInput!){createReport(input:$input){report{...ReportDetail}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '8f1a299282f67109bb6f2fea3cae53145c966ab8a5c85f837edb4b0c4ca3182a' };

/** Changes a report: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */
export const UpdateReport: Operation<UpdateReportMutation, UpdateReportMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpdateReport', text: 'mutation UpdateReport($id:ID!$expectedVersion:Int!$input:UpdateReportInput!){updateReport(id:$id expectedVersion:$expectedVersion input:$input){report{...ReportDetail}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '03f256cc526ad18c9fc712ba1c8dc3cbf0bc1d12ed306493635baa9cfc3309ef' };

/** Writes the report of this external id, or changes the one that has it. */
export const UpsertReport: Operation<UpsertReportMutation, UpsertReportMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpsertReport', text: 'mutation UpsertReport($externalId:ExternalIdInput!$input:CreateReportInput!){upsertReport(externalId:$externalId input:$input){report{...ReportDetail}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'e687f495cc2d1e5f7e4130e0236441ac5953c9e73bde8a87d171b152dda7bc61' };

/** Takes a report back: out of lists and counts, still readable by its id. */
export const WithdrawReport: Operation<WithdrawReportMutation, WithdrawReportMutationVariables, 'mutation'> = { kind: 'mutation', name: 'WithdrawReport', text: 'mutation WithdrawReport($id:ID!$expectedVersion:Int!$rationale:String!){withdrawReport(id:$id expectedVersion:$expectedVersion rationale:$rationale){report{...ReportDetail}warnings{...Notice}}}fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '690152e0fc298c7bea4d1ac190520f8191a19b98223d9891c4d3c0ea41e982b6' };

/** Finds sources, factions and places by their names in any spelling and script, reports and claims by their words; each hit says why. */
export const Search: Operation<SearchQuery, SearchQueryVariables, 'query'> = { kind: 'query', name: 'Search', text: 'query Search($text:String!$types:[RecordType!]$within:ID$near:NearInput$match:NameMatch!=SCRIPT$first:Int$after:String){search(text:$text types:$types within:$within near:$near match:$match first:$first after:$after){totalCount nodes{rule score label name{...NameCard}record{...RecordCard}}pageInfo{hasNextPage endCursor}}}fragment NameCard on Name{id text kind language script scheme}fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}fragment Taken on Withdrawal{at by rationale}', hash: '469bb516c9817d2d46c67346d8f660d98c7bdecc07bcb4f2dc6c5f57fe311ee4' };

/** One source, whole. `notFound`: there is none of this id. */
export const SourceById: Operation<SourceByIdQuery, SourceByIdQueryVariables, 'query'> = { kind: 'query', name: 'SourceById', text: 'query SourceById($id:ID!){source(id:$id){...SourceDetail}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}', hash: '729075f790dd90a98947080df6404334ad8908314a76a83511c489b4cca9292b' };

/** Sources that a filter finds, by name unless told otherwise. */
export const Sources: Operation<SourcesQuery, SourcesQueryVariables, 'query'> = { kind: 'query', name: 'Sources', text: 'query Sources($filter:SourceFilter$orderBy:SourceOrder={by:NAME}$first:Int$after:String){sources(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...SourceCard}pageInfo{hasNextPage endCursor}}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}', hash: '3109105e359139e1c49dde7059ceff1bb1007983ab0d90fa3c61715374598cab' };

/** A source's record: how it was rated, and what it claimed, first or passing on. `notFound`: there is none of this id. */
export const SourceRecord: Operation<SourceRecordQuery, SourceRecordQueryVariables, 'query'> = { kind: 'query', name: 'SourceRecord', text: 'query SourceRecord($id:ID!$asOrigin:Boolean=false$filter:ClaimFilter$orderBy:ClaimOrder={by:OCCURRED}$first:Int$after:String){source(id:$id){...SourceDetail claims(asOrigin:$asOrigin filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimCard}pageInfo{hasNextPage endCursor}}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}', hash: '147a28da260a5b9df978192825bf2ec913cf8904d3469022d7db75f98889d4f9' };

/** The reports that a source published or wrote. `notFound`: there is none of this id. */
export const ReportsBySource: Operation<ReportsBySourceQuery, ReportsBySourceQueryVariables, 'query'> = { kind: 'query', name: 'ReportsBySource', text: 'query ReportsBySource($id:ID!$filter:ReportFilter$orderBy:ReportOrder={by:PUBLISHED}$first:Int$after:String){source(id:$id){...SourceCard reports(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ReportCard}pageInfo{hasNextPage endCursor}}}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}', hash: '247921523d759e82ea5c209d5c65f485fa6eb052b2ae7c34edc21626ab99dee5' };

/** Writes a new source. */
export const CreateSource: Operation<CreateSourceMutation, CreateSourceMutationVariables, 'mutation'> = { kind: 'mutation', name: 'CreateSource', text: 'mutation CreateSource($input:CreateSourceInput!){createSource(input:$input){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: 'e96e607e16f3327f7cc0c69eade28dde0dc7e9b9ff5e4c8512113674ea361292' };

/** Changes a source: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version. */
export const UpdateSource: Operation<UpdateSourceMutation, UpdateSourceMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpdateSource', text: 'mutation UpdateSource($id:ID!$expectedVersion:Int!$input:UpdateSourceInput!){updateSource(id:$id expectedVersion:$expectedVersion input:$input){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '33097f7d13136358d550ffe2a6dc4c2d3e2fd2a7072ce147ea7fff5101ce33b6' };

/** Writes the source of this external id, or changes the one that has it. */
export const UpsertSource: Operation<UpsertSourceMutation, UpsertSourceMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UpsertSource', text: 'mutation UpsertSource($externalId:ExternalIdInput!$input:CreateSourceInput!){upsertSource(externalId:$externalId input:$input){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '597c6a4f47c3721b6aa9d5161e3f576daf90fdf6c1e4f9b3e164747bd6476b30' };

/** Takes a source back: out of lists and counts, still readable by its id. */
export const WithdrawSource: Operation<WithdrawSourceMutation, WithdrawSourceMutationVariables, 'mutation'> = { kind: 'mutation', name: 'WithdrawSource', text: 'mutation WithdrawSource($id:ID!$expectedVersion:Int!$rationale:String!){withdrawSource(id:$id expectedVersion:$expectedVersion rationale:$rationale){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '8c88b023ba1d7d521b6b7733324c30b6988bf35bf75c7fe94c5990a8998f9521' };

/** Judges a source's reliability, Admiralty A–F, and says why. */
export const RateSource: Operation<RateSourceMutation, RateSourceMutationVariables, 'mutation'> = { kind: 'mutation', name: 'RateSource', text: 'mutation RateSource($sourceId:ID!$input:RatingInput!){rateSource(sourceId:$sourceId input:$input){source{...SourceDetail}warnings{...Notice}}}fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}fragment NameCard on Name{id text kind language script scheme}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '41cc16c1e1eda68f8b8a313f69cc8ae6cfe1858687eb002915d1f6a4223e8e86' };

/** Notes that a source is said to belong to a faction or another source; at least one claim must say so. */
export const AffiliateSource: Operation<AffiliateSourceMutation, AffiliateSourceMutationVariables, 'mutation'> = { kind: 'mutation', name: 'AffiliateSource', text: 'mutation AffiliateSource($input:AffiliationInput!){affiliateSource(input:$input){affiliation{...AffiliationCard}warnings{...Notice}}}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Notice on Warning{code message recordId}', hash: '3c0e3f29d5aca4b5149d2f3f59931aee401f264c2aeb3a5003cc820c695541db' };

/** Takes an affiliation away; it stays readable by its id and in the history. */
export const UnaffiliateSource: Operation<UnaffiliateSourceMutation, UnaffiliateSourceMutationVariables, 'mutation'> = { kind: 'mutation', name: 'UnaffiliateSource', text: 'mutation UnaffiliateSource($id:ID!$rationale:String!){unaffiliateSource(id:$id rationale:$rationale){affiliation{...AffiliationCard withdrawn{...Taken}}warnings{...Notice}}}fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}fragment Taken on Withdrawal{at by rationale}fragment Notice on Warning{code message recordId}', hash: '3c3393b181c17e9e88a184b6ffcd49ea90c09d1f15e56a04073581b33c565660' };