// Written by `npm run codegen` from the schema and src/operations; never edited.
import { type Asks, type InfiniteQuery, infiniteOptions, type Mutation, mutationOptions, type Options, options, type Query } from '../options.ts';
import { ClaimById, type ClaimByIdQuery, type ClaimByIdQueryVariables, Claims, type ClaimsQuery, type ClaimsQueryVariables, CountClaims, type CountClaimsQuery, type CountClaimsQueryVariables, ClaimsAtPlace, type ClaimsAtPlaceQuery, type ClaimsAtPlaceQueryVariables, PeopleDisplacedFrom, type PeopleDisplacedFromQuery, type PeopleDisplacedFromQueryVariables, ForAndAgainst, type ForAndAgainstQuery, type ForAndAgainstQueryVariables, ClaimStatistics, type ClaimStatisticsQuery, type ClaimStatisticsQueryVariables, CreateClaim, type CreateClaimMutation, type CreateClaimMutationVariables, UpdateClaim, type UpdateClaimMutation, type UpdateClaimMutationVariables, UpsertClaim, type UpsertClaimMutation, type UpsertClaimMutationVariables, WithdrawClaim, type WithdrawClaimMutation, type WithdrawClaimMutationVariables, AssessClaim, type AssessClaimMutation, type AssessClaimMutationVariables, LinkClaims, type LinkClaimsMutation, type LinkClaimsMutationVariables, UnlinkClaims, type UnlinkClaimsMutation, type UnlinkClaimsMutationVariables, FactionById, type FactionByIdQuery, type FactionByIdQueryVariables, Factions, type FactionsQuery, type FactionsQueryVariables, FactionOnDay, type FactionOnDayQuery, type FactionOnDayQueryVariables, ClaimsAboutFaction, type ClaimsAboutFactionQuery, type ClaimsAboutFactionQueryVariables, CreateFaction, type CreateFactionMutation, type CreateFactionMutationVariables, UpdateFaction, type UpdateFactionMutation, type UpdateFactionMutationVariables, UpsertFaction, type UpsertFactionMutation, type UpsertFactionMutationVariables, WithdrawFaction, type WithdrawFactionMutation, type WithdrawFactionMutationVariables, RelateFactions, type RelateFactionsMutation, type RelateFactionsMutationVariables, UnrelateFactions, type UnrelateFactionsMutation, type UnrelateFactionsMutationVariables, LocationById, type LocationByIdQuery, type LocationByIdQueryVariables, Locations, type LocationsQuery, type LocationsQueryVariables, LocationsByName, type LocationsByNameQuery, type LocationsByNameQueryVariables, PlacesInside, type PlacesInsideQuery, type PlacesInsideQueryVariables, CreateLocation, type CreateLocationMutation, type CreateLocationMutationVariables, UpdateLocation, type UpdateLocationMutation, type UpdateLocationMutationVariables, UpsertLocation, type UpsertLocationMutation, type UpsertLocationMutationVariables, WithdrawLocation, type WithdrawLocationMutation, type WithdrawLocationMutationVariables, RecordByExternalId, type RecordByExternalIdQuery, type RecordByExternalIdQueryVariables, RecordHistory, type RecordHistoryQuery, type RecordHistoryQueryVariables, AddName, type AddNameMutation, type AddNameMutationVariables, ReportById, type ReportByIdQuery, type ReportByIdQueryVariables, Reports, type ReportsQuery, type ReportsQueryVariables, ClaimsInReport, type ClaimsInReportQuery, type ClaimsInReportQueryVariables, RecordReport, type RecordReportMutation, type RecordReportMutationVariables, CreateReport, type CreateReportMutation, type CreateReportMutationVariables, UpdateReport, type UpdateReportMutation, type UpdateReportMutationVariables, UpsertReport, type UpsertReportMutation, type UpsertReportMutationVariables, WithdrawReport, type WithdrawReportMutation, type WithdrawReportMutationVariables, Search, type SearchQuery, type SearchQueryVariables, SourceById, type SourceByIdQuery, type SourceByIdQueryVariables, Sources, type SourcesQuery, type SourcesQueryVariables, SourceRecord, type SourceRecordQuery, type SourceRecordQueryVariables, ReportsBySource, type ReportsBySourceQuery, type ReportsBySourceQueryVariables, CreateSource, type CreateSourceMutation, type CreateSourceMutationVariables, UpdateSource, type UpdateSourceMutation, type UpdateSourceMutationVariables, UpsertSource, type UpsertSourceMutation, type UpsertSourceMutationVariables, WithdrawSource, type WithdrawSourceMutation, type WithdrawSourceMutationVariables, RateSource, type RateSourceMutation, type RateSourceMutationVariables, AffiliateSource, type AffiliateSourceMutation, type AffiliateSourceMutationVariables, UnaffiliateSource, type UnaffiliateSourceMutation, type UnaffiliateSourceMutationVariables } from './operations.ts';
/** `useQuery(claimByIdOptions(client, variables))`: see {@link ClaimById}. */
export const claimByIdOptions: Options<Query<ClaimByIdQuery, ClaimByIdQueryVariables>, ClaimByIdQueryVariables> = /*#__PURE__*/ options(ClaimById);

/** `useQuery(claimsOptions(client, variables))`: see {@link Claims}. */
export const claimsOptions: Options<Query<ClaimsQuery, ClaimsQueryVariables>, ClaimsQueryVariables> = /*#__PURE__*/ options(Claims);

/** `useInfiniteQuery(claimsInfiniteOptions(client, variables))`: see {@link Claims}. */
export const claimsInfiniteOptions: Options<InfiniteQuery<ClaimsQuery, ClaimsQueryVariables>, ClaimsQueryVariables> = /*#__PURE__*/ infiniteOptions(Claims, (data) => data.claims);

/** `useQuery(countClaimsOptions(client, variables))`: see {@link CountClaims}. */
export const countClaimsOptions: Options<Query<CountClaimsQuery, CountClaimsQueryVariables>, CountClaimsQueryVariables> = /*#__PURE__*/ options(CountClaims);

/** `useQuery(claimsAtPlaceOptions(client, variables))`: see {@link ClaimsAtPlace}. */
export const claimsAtPlaceOptions: Options<Query<ClaimsAtPlaceQuery, ClaimsAtPlaceQueryVariables>, ClaimsAtPlaceQueryVariables> = /*#__PURE__*/ options(ClaimsAtPlace);

/** `useInfiniteQuery(claimsAtPlaceInfiniteOptions(client, variables))`: see {@link ClaimsAtPlace}. */
export const claimsAtPlaceInfiniteOptions: Options<InfiniteQuery<ClaimsAtPlaceQuery, ClaimsAtPlaceQueryVariables>, ClaimsAtPlaceQueryVariables> = /*#__PURE__*/ infiniteOptions(ClaimsAtPlace, (data) => data.location?.claims);

/** `useQuery(peopleDisplacedFromOptions(client, variables))`: see {@link PeopleDisplacedFrom}. */
export const peopleDisplacedFromOptions: Options<Query<PeopleDisplacedFromQuery, PeopleDisplacedFromQueryVariables>, PeopleDisplacedFromQueryVariables> = /*#__PURE__*/ options(PeopleDisplacedFrom);

/** `useInfiniteQuery(peopleDisplacedFromInfiniteOptions(client, variables))`: see {@link PeopleDisplacedFrom}. */
export const peopleDisplacedFromInfiniteOptions: Options<InfiniteQuery<PeopleDisplacedFromQuery, PeopleDisplacedFromQueryVariables>, PeopleDisplacedFromQueryVariables> = /*#__PURE__*/ infiniteOptions(PeopleDisplacedFrom, (data) => data.claims);

/** `useQuery(forAndAgainstOptions(client, variables))`: see {@link ForAndAgainst}. */
export const forAndAgainstOptions: Options<Query<ForAndAgainstQuery, ForAndAgainstQueryVariables>, ForAndAgainstQueryVariables> = /*#__PURE__*/ options(ForAndAgainst);

/** `useQuery(claimStatisticsOptions(client, variables))`: see {@link ClaimStatistics}. */
export const claimStatisticsOptions: Options<Query<ClaimStatisticsQuery, ClaimStatisticsQueryVariables>, ClaimStatisticsQueryVariables> = /*#__PURE__*/ options(ClaimStatistics);

/** `useMutation(createClaimMutation(client))`: see {@link CreateClaim}. */
export const createClaimMutation: (client: Asks) => Mutation<CreateClaimMutation, CreateClaimMutationVariables> = /*#__PURE__*/ mutationOptions(CreateClaim);

/** `useMutation(updateClaimMutation(client))`: see {@link UpdateClaim}. */
export const updateClaimMutation: (client: Asks) => Mutation<UpdateClaimMutation, UpdateClaimMutationVariables> = /*#__PURE__*/ mutationOptions(UpdateClaim);

/** `useMutation(upsertClaimMutation(client))`: see {@link UpsertClaim}. */
export const upsertClaimMutation: (client: Asks) => Mutation<UpsertClaimMutation, UpsertClaimMutationVariables> = /*#__PURE__*/ mutationOptions(UpsertClaim);

/** `useMutation(withdrawClaimMutation(client))`: see {@link WithdrawClaim}. */
export const withdrawClaimMutation: (client: Asks) => Mutation<WithdrawClaimMutation, WithdrawClaimMutationVariables> = /*#__PURE__*/ mutationOptions(WithdrawClaim);

/** `useMutation(assessClaimMutation(client))`: see {@link AssessClaim}. */
export const assessClaimMutation: (client: Asks) => Mutation<AssessClaimMutation, AssessClaimMutationVariables> = /*#__PURE__*/ mutationOptions(AssessClaim);

/** `useMutation(linkClaimsMutation(client))`: see {@link LinkClaims}. */
export const linkClaimsMutation: (client: Asks) => Mutation<LinkClaimsMutation, LinkClaimsMutationVariables> = /*#__PURE__*/ mutationOptions(LinkClaims);

/** `useMutation(unlinkClaimsMutation(client))`: see {@link UnlinkClaims}. */
export const unlinkClaimsMutation: (client: Asks) => Mutation<UnlinkClaimsMutation, UnlinkClaimsMutationVariables> = /*#__PURE__*/ mutationOptions(UnlinkClaims);

/** `useQuery(factionByIdOptions(client, variables))`: see {@link FactionById}. */
export const factionByIdOptions: Options<Query<FactionByIdQuery, FactionByIdQueryVariables>, FactionByIdQueryVariables> = /*#__PURE__*/ options(FactionById);

/** `useQuery(factionsOptions(client, variables))`: see {@link Factions}. */
export const factionsOptions: Options<Query<FactionsQuery, FactionsQueryVariables>, FactionsQueryVariables> = /*#__PURE__*/ options(Factions);

/** `useInfiniteQuery(factionsInfiniteOptions(client, variables))`: see {@link Factions}. */
export const factionsInfiniteOptions: Options<InfiniteQuery<FactionsQuery, FactionsQueryVariables>, FactionsQueryVariables> = /*#__PURE__*/ infiniteOptions(Factions, (data) => data.factions);

/** `useQuery(factionOnDayOptions(client, variables))`: see {@link FactionOnDay}. */
export const factionOnDayOptions: Options<Query<FactionOnDayQuery, FactionOnDayQueryVariables>, FactionOnDayQueryVariables> = /*#__PURE__*/ options(FactionOnDay);

/** `useInfiniteQuery(factionOnDayInfiniteOptions(client, variables))`: see {@link FactionOnDay}. */
export const factionOnDayInfiniteOptions: Options<InfiniteQuery<FactionOnDayQuery, FactionOnDayQueryVariables>, FactionOnDayQueryVariables> = /*#__PURE__*/ infiniteOptions(FactionOnDay, (data) => data.faction?.controls);

/** `useQuery(claimsAboutFactionOptions(client, variables))`: see {@link ClaimsAboutFaction}. */
export const claimsAboutFactionOptions: Options<Query<ClaimsAboutFactionQuery, ClaimsAboutFactionQueryVariables>, ClaimsAboutFactionQueryVariables> = /*#__PURE__*/ options(ClaimsAboutFaction);

/** `useInfiniteQuery(claimsAboutFactionInfiniteOptions(client, variables))`: see {@link ClaimsAboutFaction}. */
export const claimsAboutFactionInfiniteOptions: Options<InfiniteQuery<ClaimsAboutFactionQuery, ClaimsAboutFactionQueryVariables>, ClaimsAboutFactionQueryVariables> = /*#__PURE__*/ infiniteOptions(ClaimsAboutFaction, (data) => data.faction?.claims);

/** `useMutation(createFactionMutation(client))`: see {@link CreateFaction}. */
export const createFactionMutation: (client: Asks) => Mutation<CreateFactionMutation, CreateFactionMutationVariables> = /*#__PURE__*/ mutationOptions(CreateFaction);

/** `useMutation(updateFactionMutation(client))`: see {@link UpdateFaction}. */
export const updateFactionMutation: (client: Asks) => Mutation<UpdateFactionMutation, UpdateFactionMutationVariables> = /*#__PURE__*/ mutationOptions(UpdateFaction);

/** `useMutation(upsertFactionMutation(client))`: see {@link UpsertFaction}. */
export const upsertFactionMutation: (client: Asks) => Mutation<UpsertFactionMutation, UpsertFactionMutationVariables> = /*#__PURE__*/ mutationOptions(UpsertFaction);

/** `useMutation(withdrawFactionMutation(client))`: see {@link WithdrawFaction}. */
export const withdrawFactionMutation: (client: Asks) => Mutation<WithdrawFactionMutation, WithdrawFactionMutationVariables> = /*#__PURE__*/ mutationOptions(WithdrawFaction);

/** `useMutation(relateFactionsMutation(client))`: see {@link RelateFactions}. */
export const relateFactionsMutation: (client: Asks) => Mutation<RelateFactionsMutation, RelateFactionsMutationVariables> = /*#__PURE__*/ mutationOptions(RelateFactions);

/** `useMutation(unrelateFactionsMutation(client))`: see {@link UnrelateFactions}. */
export const unrelateFactionsMutation: (client: Asks) => Mutation<UnrelateFactionsMutation, UnrelateFactionsMutationVariables> = /*#__PURE__*/ mutationOptions(UnrelateFactions);

/** `useQuery(locationByIdOptions(client, variables))`: see {@link LocationById}. */
export const locationByIdOptions: Options<Query<LocationByIdQuery, LocationByIdQueryVariables>, LocationByIdQueryVariables> = /*#__PURE__*/ options(LocationById);

/** `useQuery(locationsOptions(client, variables))`: see {@link Locations}. */
export const locationsOptions: Options<Query<LocationsQuery, LocationsQueryVariables>, LocationsQueryVariables> = /*#__PURE__*/ options(Locations);

/** `useInfiniteQuery(locationsInfiniteOptions(client, variables))`: see {@link Locations}. */
export const locationsInfiniteOptions: Options<InfiniteQuery<LocationsQuery, LocationsQueryVariables>, LocationsQueryVariables> = /*#__PURE__*/ infiniteOptions(Locations, (data) => data.locations);

/** `useQuery(locationsByNameOptions(client, variables))`: see {@link LocationsByName}. */
export const locationsByNameOptions: Options<Query<LocationsByNameQuery, LocationsByNameQueryVariables>, LocationsByNameQueryVariables> = /*#__PURE__*/ options(LocationsByName);

/** `useInfiniteQuery(locationsByNameInfiniteOptions(client, variables))`: see {@link LocationsByName}. */
export const locationsByNameInfiniteOptions: Options<InfiniteQuery<LocationsByNameQuery, LocationsByNameQueryVariables>, LocationsByNameQueryVariables> = /*#__PURE__*/ infiniteOptions(LocationsByName, (data) => data.locations);

/** `useQuery(placesInsideOptions(client, variables))`: see {@link PlacesInside}. */
export const placesInsideOptions: Options<Query<PlacesInsideQuery, PlacesInsideQueryVariables>, PlacesInsideQueryVariables> = /*#__PURE__*/ options(PlacesInside);

/** `useInfiniteQuery(placesInsideInfiniteOptions(client, variables))`: see {@link PlacesInside}. */
export const placesInsideInfiniteOptions: Options<InfiniteQuery<PlacesInsideQuery, PlacesInsideQueryVariables>, PlacesInsideQueryVariables> = /*#__PURE__*/ infiniteOptions(PlacesInside, (data) => data.location?.children);

/** `useMutation(createLocationMutation(client))`: see {@link CreateLocation}. */
export const createLocationMutation: (client: Asks) => Mutation<CreateLocationMutation, CreateLocationMutationVariables> = /*#__PURE__*/ mutationOptions(CreateLocation);

/** `useMutation(updateLocationMutation(client))`: see {@link UpdateLocation}. */
export const updateLocationMutation: (client: Asks) => Mutation<UpdateLocationMutation, UpdateLocationMutationVariables> = /*#__PURE__*/ mutationOptions(UpdateLocation);

/** `useMutation(upsertLocationMutation(client))`: see {@link UpsertLocation}. */
export const upsertLocationMutation: (client: Asks) => Mutation<UpsertLocationMutation, UpsertLocationMutationVariables> = /*#__PURE__*/ mutationOptions(UpsertLocation);

/** `useMutation(withdrawLocationMutation(client))`: see {@link WithdrawLocation}. */
export const withdrawLocationMutation: (client: Asks) => Mutation<WithdrawLocationMutation, WithdrawLocationMutationVariables> = /*#__PURE__*/ mutationOptions(WithdrawLocation);

/** `useQuery(recordByExternalIdOptions(client, variables))`: see {@link RecordByExternalId}. */
export const recordByExternalIdOptions: Options<Query<RecordByExternalIdQuery, RecordByExternalIdQueryVariables>, RecordByExternalIdQueryVariables> = /*#__PURE__*/ options(RecordByExternalId);

/** `useQuery(recordHistoryOptions(client, variables))`: see {@link RecordHistory}. */
export const recordHistoryOptions: Options<Query<RecordHistoryQuery, RecordHistoryQueryVariables>, RecordHistoryQueryVariables> = /*#__PURE__*/ options(RecordHistory);

/** `useMutation(addNameMutation(client))`: see {@link AddName}. */
export const addNameMutation: (client: Asks) => Mutation<AddNameMutation, AddNameMutationVariables> = /*#__PURE__*/ mutationOptions(AddName);

/** `useQuery(reportByIdOptions(client, variables))`: see {@link ReportById}. */
export const reportByIdOptions: Options<Query<ReportByIdQuery, ReportByIdQueryVariables>, ReportByIdQueryVariables> = /*#__PURE__*/ options(ReportById);

/** `useQuery(reportsOptions(client, variables))`: see {@link Reports}. */
export const reportsOptions: Options<Query<ReportsQuery, ReportsQueryVariables>, ReportsQueryVariables> = /*#__PURE__*/ options(Reports);

/** `useInfiniteQuery(reportsInfiniteOptions(client, variables))`: see {@link Reports}. */
export const reportsInfiniteOptions: Options<InfiniteQuery<ReportsQuery, ReportsQueryVariables>, ReportsQueryVariables> = /*#__PURE__*/ infiniteOptions(Reports, (data) => data.reports);

/** `useQuery(claimsInReportOptions(client, variables))`: see {@link ClaimsInReport}. */
export const claimsInReportOptions: Options<Query<ClaimsInReportQuery, ClaimsInReportQueryVariables>, ClaimsInReportQueryVariables> = /*#__PURE__*/ options(ClaimsInReport);

/** `useInfiniteQuery(claimsInReportInfiniteOptions(client, variables))`: see {@link ClaimsInReport}. */
export const claimsInReportInfiniteOptions: Options<InfiniteQuery<ClaimsInReportQuery, ClaimsInReportQueryVariables>, ClaimsInReportQueryVariables> = /*#__PURE__*/ infiniteOptions(ClaimsInReport, (data) => data.report?.claims);

/** `useMutation(recordReportMutation(client))`: see {@link RecordReport}. */
export const recordReportMutation: (client: Asks) => Mutation<RecordReportMutation, RecordReportMutationVariables> = /*#__PURE__*/ mutationOptions(RecordReport);

/** `useMutation(createReportMutation(client))`: see {@link CreateReport}. */
export const createReportMutation: (client: Asks) => Mutation<CreateReportMutation, CreateReportMutationVariables> = /*#__PURE__*/ mutationOptions(CreateReport);

/** `useMutation(updateReportMutation(client))`: see {@link UpdateReport}. */
export const updateReportMutation: (client: Asks) => Mutation<UpdateReportMutation, UpdateReportMutationVariables> = /*#__PURE__*/ mutationOptions(UpdateReport);

/** `useMutation(upsertReportMutation(client))`: see {@link UpsertReport}. */
export const upsertReportMutation: (client: Asks) => Mutation<UpsertReportMutation, UpsertReportMutationVariables> = /*#__PURE__*/ mutationOptions(UpsertReport);

/** `useMutation(withdrawReportMutation(client))`: see {@link WithdrawReport}. */
export const withdrawReportMutation: (client: Asks) => Mutation<WithdrawReportMutation, WithdrawReportMutationVariables> = /*#__PURE__*/ mutationOptions(WithdrawReport);

/** `useQuery(searchOptions(client, variables))`: see {@link Search}. */
export const searchOptions: Options<Query<SearchQuery, SearchQueryVariables>, SearchQueryVariables> = /*#__PURE__*/ options(Search);

/** `useInfiniteQuery(searchInfiniteOptions(client, variables))`: see {@link Search}. */
export const searchInfiniteOptions: Options<InfiniteQuery<SearchQuery, SearchQueryVariables>, SearchQueryVariables> = /*#__PURE__*/ infiniteOptions(Search, (data) => data.search);

/** `useQuery(sourceByIdOptions(client, variables))`: see {@link SourceById}. */
export const sourceByIdOptions: Options<Query<SourceByIdQuery, SourceByIdQueryVariables>, SourceByIdQueryVariables> = /*#__PURE__*/ options(SourceById);

/** `useQuery(sourcesOptions(client, variables))`: see {@link Sources}. */
export const sourcesOptions: Options<Query<SourcesQuery, SourcesQueryVariables>, SourcesQueryVariables> = /*#__PURE__*/ options(Sources);

/** `useInfiniteQuery(sourcesInfiniteOptions(client, variables))`: see {@link Sources}. */
export const sourcesInfiniteOptions: Options<InfiniteQuery<SourcesQuery, SourcesQueryVariables>, SourcesQueryVariables> = /*#__PURE__*/ infiniteOptions(Sources, (data) => data.sources);

/** `useQuery(sourceRecordOptions(client, variables))`: see {@link SourceRecord}. */
export const sourceRecordOptions: Options<Query<SourceRecordQuery, SourceRecordQueryVariables>, SourceRecordQueryVariables> = /*#__PURE__*/ options(SourceRecord);

/** `useInfiniteQuery(sourceRecordInfiniteOptions(client, variables))`: see {@link SourceRecord}. */
export const sourceRecordInfiniteOptions: Options<InfiniteQuery<SourceRecordQuery, SourceRecordQueryVariables>, SourceRecordQueryVariables> = /*#__PURE__*/ infiniteOptions(SourceRecord, (data) => data.source?.claims);

/** `useQuery(reportsBySourceOptions(client, variables))`: see {@link ReportsBySource}. */
export const reportsBySourceOptions: Options<Query<ReportsBySourceQuery, ReportsBySourceQueryVariables>, ReportsBySourceQueryVariables> = /*#__PURE__*/ options(ReportsBySource);

/** `useInfiniteQuery(reportsBySourceInfiniteOptions(client, variables))`: see {@link ReportsBySource}. */
export const reportsBySourceInfiniteOptions: Options<InfiniteQuery<ReportsBySourceQuery, ReportsBySourceQueryVariables>, ReportsBySourceQueryVariables> = /*#__PURE__*/ infiniteOptions(ReportsBySource, (data) => data.source?.reports);

/** `useMutation(createSourceMutation(client))`: see {@link CreateSource}. */
export const createSourceMutation: (client: Asks) => Mutation<CreateSourceMutation, CreateSourceMutationVariables> = /*#__PURE__*/ mutationOptions(CreateSource);

/** `useMutation(updateSourceMutation(client))`: see {@link UpdateSource}. */
export const updateSourceMutation: (client: Asks) => Mutation<UpdateSourceMutation, UpdateSourceMutationVariables> = /*#__PURE__*/ mutationOptions(UpdateSource);

/** `useMutation(upsertSourceMutation(client))`: see {@link UpsertSource}. */
export const upsertSourceMutation: (client: Asks) => Mutation<UpsertSourceMutation, UpsertSourceMutationVariables> = /*#__PURE__*/ mutationOptions(UpsertSource);

/** `useMutation(withdrawSourceMutation(client))`: see {@link WithdrawSource}. */
export const withdrawSourceMutation: (client: Asks) => Mutation<WithdrawSourceMutation, WithdrawSourceMutationVariables> = /*#__PURE__*/ mutationOptions(WithdrawSource);

/** `useMutation(rateSourceMutation(client))`: see {@link RateSource}. */
export const rateSourceMutation: (client: Asks) => Mutation<RateSourceMutation, RateSourceMutationVariables> = /*#__PURE__*/ mutationOptions(RateSource);

/** `useMutation(affiliateSourceMutation(client))`: see {@link AffiliateSource}. */
export const affiliateSourceMutation: (client: Asks) => Mutation<AffiliateSourceMutation, AffiliateSourceMutationVariables> = /*#__PURE__*/ mutationOptions(AffiliateSource);

/** `useMutation(unaffiliateSourceMutation(client))`: see {@link UnaffiliateSource}. */
export const unaffiliateSourceMutation: (client: Asks) => Mutation<UnaffiliateSourceMutation, UnaffiliateSourceMutationVariables> = /*#__PURE__*/ mutationOptions(UnaffiliateSource);