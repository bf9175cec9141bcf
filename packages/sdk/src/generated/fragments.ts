// Written by `npm run codegen` from the schema and src/operations; never edited.
import type { Fragment } from '../fragment.ts';
import type { IntervalFragment, FigureFragment, ClaimCardFragment, LinkCardFragment, LinkDetailFragment, ClaimDetailFragment, FactionCardFragment, RelationCardFragment, FactionDetailFragment, LocationCardFragment, LocationDetailFragment, TakenFragment, NoticeFragment, NameCardFragment, RecordCardFragment, DayFragment, ReportCardFragment, ReportDetailFragment, SourceCardFragment, AffiliationCardFragment, SourceDetailFragment } from './operations.ts';
/** An interval of time, as exactly as it is known. */
export const Interval: Fragment<'Interval', 'FuzzyInterval', IntervalFragment> = { text: 'fragment Interval on FuzzyInterval{edtf earliest latest precision approximate uncertain extent basis asWritten}', spreads: [] };

/** A figure with bounds, never with an invented midpoint: "at least 6,000" has `min` 6000 and no `max`. */
export const Figure: Fragment<'Figure', 'Quantity', FigureFragment> = { text: 'fragment Figure on Quantity{id measure comparator min best max approximate asWritten partOf of{category faction{id name}}}', spreads: [] };

/** A relation between two claims, as an analyst judged it. */
export const LinkCard: Fragment<'LinkCard', 'ClaimLink', LinkCardFragment> = { text: 'fragment LinkCard on ClaimLink{id kind sharedOrigin rationale at by from{id statement}to{id statement}}', spreads: [] };

/** A party to the conflict. Its size is not a field here, but a quantity of the claims about it. */
export const FactionCard: Fragment<'FactionCard', 'Faction', FactionCardFragment> = { text: 'fragment FactionCard on Faction{id version kind name collective}', spreads: [] };

/** A place with the label that tells homonyms apart and its ids in other systems, P-codes among them. */
export const LocationCard: Fragment<'LocationCard', 'Location', LocationCardFragment> = { text: 'fragment LocationCard on Location{id version kind name label geoPrecision point{lat lon}externalIds{system value}}', spreads: [] };

/** Who withdrew something, when and why. What is withdrawn stays readable by its id and in its history. */
export const Taken: Fragment<'Taken', 'Withdrawal', TakenFragment> = { text: 'fragment Taken on Withdrawal{at by rationale}', spreads: [] };

/** Something the writer should know, although the write succeeded. */
export const Notice: Fragment<'Notice', 'Warning', NoticeFragment> = { text: 'fragment Notice on Warning{code message recordId}', spreads: [] };

/** One name of a source, faction or location. Two records may permanently share a name without being the same. */
export const NameCard: Fragment<'NameCard', 'Name', NameCardFragment> = { text: 'fragment NameCard on Name{id text kind language script scheme}', spreads: [] };

/** One moment or day, as exactly as it is known. */
export const Day: Fragment<'Day', 'FuzzyDate', DayFragment> = { text: 'fragment Day on FuzzyDate{edtf earliest latest precision approximate uncertain basis asWritten}', spreads: [] };

/** Anyone or anything that makes claims: a person, outlet, organisation, official body, unnamed collective or data set. */
export const SourceCard: Fragment<'SourceCard', 'Source', SourceCardFragment> = { text: 'fragment SourceCard on Source{id version kind name role reliability protection basedIn{id label}}', spreads: [] };

/** The fields that all five record types share. */
export const RecordCard: Fragment<'RecordCard', 'Record', RecordCardFragment> = { text: 'fragment RecordCard on Record{__typename id version createdAt updatedAt externalIds{system value}withdrawn{...Taken}...on Claim{statement}...on Report{title}...on Source{name}...on Faction{name}...on Location{label}}', spreads: [Taken] };

/** A published document: article, situation report, social media post, broadcast, statement, interview, video, release of a data set. */
export const ReportCard: Fragment<'ReportCard', 'Report', ReportCardFragment> = { text: 'fragment ReportCard on Report{id version kind title url language summary bodyKind publisher{id name}published{...Day}}', spreads: [Day] };

/** A claimed affiliation of a source with a faction or another source. It always cites the claims that assert it. */
export const AffiliationCard: Fragment<'AffiliationCard', 'Affiliation', AffiliationCardFragment> = { text: 'fragment AffiliationCard on Affiliation{id role restsOnWithdrawn source{id name}to{__typename ...on Faction{id name}...on Source{id name}}during{...Interval}claims{id statement}}', spreads: [Interval] };

/** How one faction is said to stand to another, and which claims say so. */
export const RelationCard: Fragment<'RelationCard', 'FactionRelation', RelationCardFragment> = { text: 'fragment RelationCard on FactionRelation{id kind restsOnWithdrawn from{id name kind collective}to{id name kind collective}during{...Interval}claims{id statement quantities{...Figure}attributions{chain{source{id name}}}report{id title}}}', spreads: [Interval, Figure] };

/** A claim as a list shows it: who said what, about whom, where and when, and where it was read. */
export const ClaimCard: Fragment<'ClaimCard', 'Claim', ClaimCardFragment> = { text: 'fragment ClaimCard on Claim{id version statement kind modality status credibility aggregate attributions{chain{capacity verb source{id name kind role reliability}}}report{id title url bodyKind publisher{id name}published{...Day}}passage{in quote start end directSpeech}occurred{...Interval}places{role asWritten basis geoPrecision location{id label kind}point{lat lon}}parties{role group asWritten basis faction{id name kind}}quantities{...Figure}}', spreads: [Day, Interval, Figure] };

/** A place, from a country down to a place known only by description. Two places may permanently share a name. */
export const LocationDetail: Fragment<'LocationDetail', 'Location', LocationDetailFragment> = { text: 'fragment LocationDetail on Location{...LocationCard geometry createdAt updatedAt names{...NameCard}parent{id label kind}ancestors{id label kind}alsoIn{id label kind}overlaps{id label kind}withdrawn{...Taken}}', spreads: [LocationCard, NameCard, Taken] };

/** A report with its text, where it comes from and what it copies. */
export const ReportDetail: Fragment<'ReportDetail', 'Report', ReportDetailFragment> = { text: 'fragment ReportDetail on Report{...ReportCard archivedUrl body bodySha256 retrievedAt createdAt updatedAt authors{id name}dateline{id label}reprintOf{id title url}externalIds{system value}withdrawn{...Taken}}', spreads: [ReportCard, Day, Taken] };

/** A link with the whole of both claims. */
export const LinkDetail: Fragment<'LinkDetail', 'ClaimLink', LinkDetailFragment> = { text: 'fragment LinkDetail on ClaimLink{...LinkCard from{...ClaimCard}to{...ClaimCard}}', spreads: [LinkCard, ClaimCard, Day, Interval, Figure] };

/** A source with its names, how it was rated over time and what it is said to belong to. */
export const SourceDetail: Fragment<'SourceDetail', 'Source', SourceDetailFragment> = { text: 'fragment SourceDetail on Source{...SourceCard createdAt updatedAt names{...NameCard}ratings{reliability rationale at by}affiliations{...AffiliationCard}externalIds{system value}withdrawn{...Taken}}', spreads: [SourceCard, NameCard, AffiliationCard, Interval, Taken] };

/** A party to the conflict. Its size is not a field here, but a quantity of the claims about it. */
export const FactionDetail: Fragment<'FactionDetail', 'Faction', FactionDetailFragment> = { text: 'fragment FactionDetail on Faction{...FactionCard createdAt updatedAt names{...NameCard}relations{...RelationCard}externalIds{system value}withdrawn{...Taken}}', spreads: [FactionCard, NameCard, RelationCard, Interval, Figure, Taken] };

/** A claim with how it was judged, what its report cites for it and how it stands to other claims. */
export const ClaimDetail: Fragment<'ClaimDetail', 'Claim', ClaimDetailFragment> = { text: 'fragment ClaimDetail on Claim{...ClaimCard language restsOnWithdrawn createdAt updatedAt citations{locator report{...ReportCard}}assessments{status credibility rationale at by}links{...LinkCard}importIssues{kind column value reason}externalIds{system value}withdrawn{...Taken}}', spreads: [ClaimCard, Day, Interval, Figure, ReportCard, LinkCard, Taken] };