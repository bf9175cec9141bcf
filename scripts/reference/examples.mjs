/**
 * One example for each root field, in the order in which they run. `variables` may use the answers
 * of earlier examples, by the names of their fields.
 */
const rationale = 'The editor confirmed it by telephone.';
const primaryName = (text) => [{ text, kind: 'PRIMARY' }];

/** A source that must not be known. */
const protectedWitness = {
  kind: 'PERSON',
  names: primaryName('Ana Example'),
  role: 'ferry pilot',
  protection: 'PROTECTED',
};
const witnessOf = (seen) => seen.recordReport.claims[0].attributions[0].chain[0].source.id;

/** What all five types have: create, change, write by external id, withdraw and restore. */
const lifeOf = (type, { input, change, other, show }) => {
  const field = type.toLowerCase();
  const select = `${field} { id version ${show} } warnings { message }`;
  const byVersion = (verb) => ({
    field: `${verb}${type}`,
    text: `mutation ($id: ID!, $expectedVersion: Int!, $rationale: String!) {
      ${verb}${type}(
        id: $id, expectedVersion: $expectedVersion, rationale: $rationale
      ) { ${select} } }`,
    variables: (seen) => {
      const before = { withdraw: 'update', restore: 'withdraw' }[verb];
      const { id, version } = seen[`${before}${type}`][field];
      return { id, expectedVersion: version, rationale };
    },
  });
  return [
    {
      field: `create${type}`,
      text: `mutation ($input: Create${type}Input!) { create${type}(input: $input) { ${select} } }`,
      variables: (seen) => ({ input: input(seen) }),
    },
    {
      field: `update${type}`,
      text: `mutation ($id: ID!, $expectedVersion: Int!, $input: Update${type}Input!) {
        update${type}(id: $id, expectedVersion: $expectedVersion, input: $input) { ${select} } }`,
      variables: (seen) => {
        const { id, version } = seen[`create${type}`][field];
        return { id, expectedVersion: version, input: change };
      },
    },
    {
      field: `upsert${type}`,
      text: `mutation ($externalId: ExternalIdInput!, $input: Create${type}Input!) {
        upsert${type}(externalId: $externalId, input: $input) { ${select} } }`,
      variables: (seen) => ({
        externalId: { system: 'desk-archive', value: `${field}-1` },
        input: { ...input(seen), ...other },
      }),
    },
    byVersion('withdraw'),
    byVersion('restore'),
  ];
};

const reads = [
  {
    field: 'claims',
    text: `query ($filter: ClaimFilter) { claims(first: 2, filter: $filter) { totalCount
      nodes { id statement attributions { chain { capacity source { id name } } }
        parties { role faction { id name } } places { location { id label } } report { id title } }
      pageInfo { hasNextPage endCursor } } }`,
    variables: () => ({ filter: { quantity: { measure: 'PEOPLE_DISPLACED' } } }),
  },
  {
    field: 'claim',
    text: 'query ($id: ID!) { claim(id: $id) { statement modality occurred { edtf } } }',
    variables: (seen) => ({ id: seen.claims.nodes[0].id }),
  },
  {
    field: 'claimMarks',
    text: `{ claimMarks(by: [PLACE], first: 3) { marks { lat lon geoPrecision modality count } } }`,
  },
  {
    field: 'claimStats',
    text: `{ claimStats(by: [KIND], first: 3) { buckets { kind count } } }`,
  },
  {
    field: 'reports',
    text: '{ reports(first: 1) { nodes { id title kind published { edtf basis } } } }',
  },
  {
    field: 'report',
    text: 'query ($id: ID!) { report(id: $id) { title publisher { name } claims { totalCount } } }',
    variables: (seen) => ({ id: seen.reports.nodes[0].id }),
  },
  { field: 'sources', text: '{ sources(first: 3) { nodes { id name kind role } } }' },
  {
    field: 'source',
    text: 'query ($id: ID!) { source(id: $id) { name reliability ratings { reliability } } }',
    variables: (seen) => ({ id: seen.sources.nodes[0].id }),
  },
  { field: 'factions', text: '{ factions(first: 3) { nodes { id name kind collective } } }' },
  {
    field: 'faction',
    text: 'query ($id: ID!) { faction(id: $id) { name externalIds { system value } } }',
    variables: (seen) => ({ id: seen.factions.nodes[0].id }),
  },
  { field: 'locations', text: '{ locations(first: 3) { nodes { id label kind } } }' },
  {
    field: 'location',
    text: 'query ($id: ID!) { location(id: $id) { label claims(first: 1) { totalCount } } }',
    variables: (seen) => ({ id: seen.locations.nodes[0].id }),
  },
  {
    field: 'search',
    text: `query ($text: String!) { search(text: $text, first: 2) {
      nodes { label rule name { text } record { __typename id } } } }`,
    variables: () => ({ text: 'tall shihab' }),
  },
  { field: 'viewer', text: '{ viewer { name role } }' },
  {
    field: 'node',
    text: 'query ($id: ID!) { node(id: $id) { __typename ... on Source { name } } }',
    variables: (seen) => ({ id: seen.sources.nodes[0].id }),
  },
  {
    field: 'record',
    text: `query ($externalId: ExternalIdInput!) { record(type: LOCATION, externalId: $externalId) {
      id ... on Location { label } } }`,
    variables: () => ({ externalId: { system: 'ocha-pcode', value: 'SY12' } }),
  },
  {
    field: 'importConflicts',
    text: `{ importConflicts(first: 2) {
      nodes { id field value fileValue file line record { id } } } }`,
  },
];

const lives = [
  ...lifeOf('Source', {
    input: () => ({ kind: 'PERSON', names: primaryName('A nurse') }),
    change: { role: 'nurse at the field hospital' },
    other: { names: primaryName('A driver') },
    show: 'name role',
  }),
  ...lifeOf('Faction', {
    input: () => ({ kind: 'MILITIA', names: primaryName('Valley Guard') }),
    change: { collective: true },
    other: { names: primaryName('Hill Guard') },
    show: 'name collective',
  }),
  ...lifeOf('Location', {
    input: () => ({ kind: 'CROSSING', names: primaryName('Stone Bridge') }),
    change: { point: { lat: 32.6, lon: 36.1 } },
    other: { names: primaryName('Iron Bridge') },
    show: 'label point { lat lon }',
  }),
  ...lifeOf('Report', {
    input: () => ({ kind: 'ARTICLE', title: 'Families cross the bridge' }),
    change: { published: { edtf: '2018-07-11' } },
    other: { title: 'Bridge reopens' },
    show: 'title published { edtf earliest latest }',
  }),
  ...lifeOf('Claim', {
    input: (seen) => ({
      reportId: seen.createReport.report.id,
      statement: 'About thirty families crossed the bridge.',
      kind: 'OTHER',
      attributions: [{ chain: [{ sourceId: seen.createSource.source.id, capacity: 'WITNESS' }] }],
      quantities: [{ measure: 'HOUSEHOLDS_DISPLACED', best: 30, approximate: true }],
    }),
    change: { occurred: { edtf: '2018-07-10' } },
    other: { statement: 'The bridge was closed at night.', quantities: [] },
    show: 'statement occurred { edtf } quantities { comparator best approximate }',
  }),
];

const idsOf = (seen) => {
  const [claim, otherClaim] = [seen.restoreClaim.claim.id, seen.upsertClaim.claim.id];
  const [faction, otherFaction] = [seen.restoreFaction.faction.id, seen.upsertFaction.faction.id];
  const source = seen.restoreSource.source.id;
  return { claim, otherClaim, faction, otherFaction, source };
};

/** A relation: made, taken back, and restored. */
const relationOf = ({ make, unmake, restore, inputType, object, show, input }) => [
  {
    field: make,
    text: `mutation ($input: ${inputType}!) {
      ${make}(input: $input) { ${object} { id ${show} } } }`,
    variables: (seen) => ({ input: input(idsOf(seen)) }),
  },
  ...[unmake, restore].map((field) => ({
    field,
    text: `mutation ($id: ID!, $rationale: String!) {
      ${field}(id: $id, rationale: $rationale) { ${object} { id withdrawn { rationale } } } }`,
    variables: (seen) => ({ id: seen[make][object].id, rationale }),
  })),
];

const judgements = [
  {
    field: 'addName',
    text: `mutation ($recordId: ID!, $name: NameInput!) {
      addName(recordId: $recordId, name: $name) {
      record { id ... on Source { names { text kind } } } } }`,
    variables: (seen) => ({
      recordId: idsOf(seen).source,
      name: { text: 'Umm Ahmad', kind: 'ALIAS' },
    }),
  },
  {
    field: 'rateSource',
    text: `mutation ($sourceId: ID!, $input: RatingInput!) {
      rateSource(sourceId: $sourceId, input: $input) { source { name reliability } } }`,
    variables: (seen) => ({
      sourceId: idsOf(seen).source,
      input: { reliability: 'B', rationale: 'Earlier figures were confirmed.' },
    }),
  },
  {
    field: 'assessClaim',
    text: `mutation ($claimId: ID!, $input: AssessmentInput!) {
      assessClaim(claimId: $claimId, input: $input) { claim { statement credibility status } } }`,
    variables: (seen) => ({
      claimId: idsOf(seen).claim,
      input: { credibility: 'TWO', status: 'VERIFIED', rationale: 'Two videos show it.' },
    }),
  },
  ...relationOf({
    ...{ make: 'linkClaims', unmake: 'unlinkClaims', restore: 'restoreClaimLink' },
    ...{ inputType: 'ClaimLinkInput', object: 'link', show: 'kind sharedOrigin' },
    input: ({ claim, otherClaim }) => {
      const ids = { fromId: otherClaim, toId: claim };
      return { ...ids, kind: 'CONTRADICTS', rationale: 'Nobody crosses a closed bridge.' };
    },
  }),
  ...relationOf({
    ...{ make: 'relateFactions', unmake: 'unrelateFactions', restore: 'restoreFactionRelation' },
    ...{ inputType: 'FactionRelationInput', object: 'relation', show: 'kind to { name }' },
    input: ({ claim, faction, otherFaction }) => {
      const ids = { fromId: faction, toId: otherFaction, claimIds: [claim] };
      return { ...ids, kind: 'ALLIED_WITH' };
    },
  }),
  ...relationOf({
    ...{ make: 'affiliateSource', unmake: 'unaffiliateSource', restore: 'restoreAffiliation' },
    ...{ inputType: 'AffiliationInput', object: 'affiliation', show: 'role' },
    input: ({ claim, faction, source }) => {
      const ids = { sourceId: source, toId: faction, claimIds: [claim] };
      return { ...ids, role: 'spokesperson' };
    },
  }),
  {
    field: 'recordReport',
    text: `mutation ($input: RecordReportInput!) { recordReport(input: $input) {
      report { id title } claims {
        id statement passage { quote start end }
        attributions { chain { source { id name } } } } } }`,
    variables: () => ({
      input: {
        report: {
          kind: 'SOCIAL_POST',
          title: 'A post about the bridge',
          body: 'The bridge is open again since noon.',
          bodyKind: 'VERBATIM',
        },
        claims: [
          {
            statement: 'The bridge is open.',
            kind: 'OTHER',
            passage: { quote: 'open again since noon' },
            attributions: [{ chain: [{ source: { new: protectedWitness } }] }],
          },
        ],
      },
    }),
  },
  {
    field: 'grantIdentity',
    text: `mutation ($sourceId: ID!, $viewer: String!, $until: DateTime!, $purpose: String!) {
      grantIdentity(sourceId: $sourceId, viewer: $viewer, until: $until, purpose: $purpose) {
        grant { id viewer until purpose source { name } } } }`,
    variables: (seen) => ({
      sourceId: witnessOf(seen),
      viewer: seen.viewer.name,
      until: new Date(Date.now() + 86_400_000).toISOString(),
      purpose: 'To call the witness back.',
    }),
  },
  {
    field: 'readIdentity',
    text: `mutation ($sourceId: ID!) {
      readIdentity(sourceId: $sourceId) { identity { names { text } role notes } } }`,
    variables: (seen) => ({ sourceId: witnessOf(seen) }),
  },
  {
    field: 'identityReadings',
    text: `{ identityReadings(first: 1) { nodes { viewer source { name } grant { purpose } } } }`,
    variables: () => ({}),
  },
  {
    field: 'revokeIdentityGrant',
    text: `mutation ($id: ID!) { revokeIdentityGrant(id: $id) { grant { viewer revokedBy } } }`,
    variables: (seen) => ({ id: seen.grantIdentity.grant.id }),
  },
  {
    field: 'identityGrants',
    text: `{ identityGrants(first: 1) { nodes { viewer purpose until revokedBy } } }`,
    variables: () => ({}),
  },
  {
    field: 'resolveImportConflict',
    text: `mutation ($id: ID!, $rationale: String!) {
      resolveImportConflict(id: $id, choice: KEEP, rationale: $rationale) {
        conflict { field state resolution { by rationale } } } }`,
    variables: (seen) => ({
      id: seen.importConflicts.nodes[0].id,
      rationale: 'The map of the municipality agrees with us.',
    }),
  },
  {
    field: 'resolveImportConflicts',
    text: `mutation ($input: ResolveImportConflictsInput!) {
      resolveImportConflicts(input: $input) { resolved skipped remaining } }`,
    variables: () => ({
      input: { filter: { field: ['point'] }, choice: 'TAKE', rationale: 'The file is newer.' },
    }),
  },
  // The last one: it gives the source another id.
  {
    field: 'eraseSource',
    text: `mutation ($id: ID!, $rationale: String!) {
      eraseSource(id: $id, rationale: $rationale) {
        source { name erasedAt } namedTexts { count first { recordId field } } } }`,
    variables: (seen) => ({ id: idsOf(seen).source, rationale: 'Request under article 17.' }),
  },
];

export const examples = [...reads, ...lives, ...judgements];
