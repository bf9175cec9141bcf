import { ImportIssue } from '../../claims/import-issue.entity.ts';
import { inWrite } from '../../history/write.ts';
import type { Api } from '../api.ts';
import { claimInput } from './dataset-claims.ts';
import { correctImported, insertConflicts } from './dataset-conflicts.ts';
import {
  followUps,
  Names,
  nameInput,
  reportInput,
  type Type,
  type WrittenIds,
} from './dataset-inputs.ts';
import { Dice, fuzzyDate, nameText, point, text } from './dice.ts';

/**
 * Fills a ledger through the API, the same each time except for ids and times. Every nullable value
 * is null in some records and set in others.
 */
export async function writeDataset(api: Api, seed = 1): Promise<void> {
  const dice = new Dice(seed);
  const names = new Names(dice);
  const written: WrittenIds = { Source: [], Faction: [], Location: [], Report: [], Claim: [] };
  let [done, refused] = [0, 0];
  const write = async (query: string, variables: object): Promise<any> => {
    const { data, errors } = await api.ask(query, variables as Record<string, unknown>);
    // A random write may be invalid: a place inside itself, the same link twice.
    if (errors?.some(({ extensions }) => !['BAD_USER_INPUT', 'CONFLICT'].includes(extensions.code)))
      throw new Error(JSON.stringify(errors));
    if (errors) refused += 1;
    else done += 1;
    return errors ? undefined : data;
  };
  const create = async (type: Type, input: object) => {
    const field = type.toLowerCase();
    const data = await write(
      `mutation ($input: Create${type}Input!) {
        made: create${type}(input: $input) { ${field} { id } }
      }`,
      {
        input,
      },
    );
    if (data) written[type].push(data.made[field].id);
  };
  const version = async (id: string): Promise<number> =>
    (await api.data('query ($id: ID!) { node(id: $id) { ... on Record { version } } }', { id }))
      .node.version;
  const update = async (type: Type, input: object) => {
    const id = dice.one(written[type]);
    await write(
      `mutation ($id: ID!, $v: Int!, $input: Update${type}Input!) {
        update${type}(id: $id, expectedVersion: $v, input: $input) { warnings { code } }
      }`,
      { id, v: await version(id), input },
    );
  };
  const withdraw = async (type: Type, id: string) => {
    await write(
      `mutation ($id: ID!, $v: Int!) {
        withdraw${type}(id: $id, expectedVersion: $v, rationale: "It \\"goes\\" \\n away.") {
          warnings { code }
        }
      }`,
      {
        id,
        v: await version(id),
      },
    );
  };
  const times = async (count: number, work: (i: number) => Promise<unknown>) => {
    for (let i = 0; i < count; i += 1) await work(i);
  };
  const pick = (type: Type) => dice.one(written[type]);
  const listOf = (first: boolean) => [
    { text: nameText(dice), kind: first ? 'PRIMARY' : dice.value('NameKind') },
    ...dice.some(2, () => nameInput(dice, written)),
  ];

  await times(12, (i) => {
    const protection = dice.roll(3) === 0 ? dice.value('Protection') : 'PUBLIC';
    return create('Source', {
      kind: dice.value('SourceKind'),
      // Imports replace the name of a protected source, so no other text has it.
      names: protection === 'PUBLIC' ? listOf(i > 2) : [{ text: `Hidden ${i}`, kind: 'PRIMARY' }],
      role: dice.maybe(() => text(dice)),
      protection,
      externalIds: names.externalIds(),
    });
  });
  await times(9, () =>
    create('Faction', {
      kind: dice.value('FactionKind'),
      names: listOf(true),
      collective: dice.roll(2) === 0,
      externalIds: names.externalIds(),
    }),
  );
  const kinds = [
    'COUNTRY',
    'GOVERNORATE',
    'DISTRICT',
    'SUBDISTRICT',
    'COMMUNITY',
    'INFORMAL_REGION',
    'NATURAL_FEATURE',
  ];
  await times(26, (i) =>
    create('Location', {
      kind: i % 4 === 3 ? dice.value('LocationKind') : kinds[Math.floor(i / 4) % kinds.length],
      names: listOf(true),
      parentId: i > 1 ? dice.maybe(() => pick('Location')) : null,
      externalIds: names.externalIds(),
      alsoInIds: i > 3 ? dice.few(2, written.Location) : [],
      overlapIds: i > 6 && dice.roll(3) === 0 ? dice.few(2, written.Location) : [],
      point: dice.maybe(() => point(dice)),
      geoPrecision: dice.maybe(() => dice.value('GeoPrecision')),
      geometry: dice.maybe(() => ({
        type: 'LineString',
        coordinates: [
          [36.1, 1e-7],
          [-0.5, 32.7],
          [36, 33],
        ],
        properties: { note: text(dice) },
      })),
    }),
  );
  await times(16, () => update('Location', { overlapIds: [pick('Location'), pick('Location')] }));
  await times(20, () => create('Report', reportInput(dice, names, written)));
  await times(75, () => create('Claim', claimInput(dice, names, written)));
  const more = followUps(dice, written, pick);
  await times(45, () => write(linking, { input: more.link() }));
  await times(14, () => write(relating, { input: more.relation() }));
  await times(12, () => write(affiliating, { input: more.affiliation() }));
  await times(14, () =>
    write(rating, {
      id: pick('Source'),
      input: { reliability: dice.value('Reliability'), rationale: text(dice) },
    }),
  );
  await times(25, () =>
    write(assessing, {
      id: pick('Claim'),
      input: {
        status: dice.value('ClaimStatus'),
        credibility: dice.value('Credibility'),
        rationale: text(dice),
      },
    }),
  );
  await times(6, () =>
    update('Source', { basedInId: pick('Location'), role: dice.maybe(() => text(dice)) }),
  );
  await times(5, () => update('Faction', { names: listOf(true), collective: dice.roll(2) === 0 }));
  await times(8, () =>
    update('Location', {
      names: listOf(true),
      alsoInIds: dice.few(2, written.Location),
      point: dice.maybe(() => point(dice)),
    }),
  );
  await times(8, () =>
    update('Report', {
      summary: dice.maybe(() => text(dice)),
      published: dice.maybe(() => fuzzyDate(dice)),
    }),
  );
  await times(14, () => {
    const { reportId: _, ...input } = claimInput(dice, names, written);
    return update('Claim', input);
  });
  await takeAway(api, write, dice);
  await importIssues(api, written.Claim, dice);
  await correctImported(
    api,
    write,
    Array.from({ length: 8 }, () => pick('Claim')),
    version,
  );
  await insertConflicts(api, written, dice);
  for (const type of [
    'Claim',
    'Claim',
    'Claim',
    'Source',
    'Faction',
    'Location',
    'Report',
  ] as const)
    await times(2, () => withdraw(type, pick(type)));
  if (done < 250 || refused > done / 3)
    throw new Error(`${done} writes went through, ${refused} were refused`);
}

const linking = 'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }';
const relating =
  'mutation ($input: FactionRelationInput!) { relateFactions(input: $input) { relation { id } } }';
const affiliating =
  'mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { affiliation { id } } }';
const rating =
  'mutation ($id: ID!, $input: RatingInput!) { rateSource(sourceId: $id, input: $input) { ' +
  'warnings { code } } }';
const assessing =
  'mutation ($id: ID!, $input: AssessmentInput!) { assessClaim(claimId: $id, input: $input) { ' +
  'warnings { code } } }';

/** Withdraws some links, relations and affiliations. */
async function takeAway(
  api: Api,
  write: (query: string, variables: object) => Promise<unknown>,
  dice: Dice,
): Promise<void> {
  const { claims, factions, sources } = await api.data(
    '{ claims(first: 100) { nodes { links { id } } } factions { nodes { relations { id } } } ' +
      'sources { nodes { affiliations { id } } } }',
  );
  const idsIn = (nodes: any[], key: string): string[] =>
    [
      ...new Set(nodes.flatMap((node) => node[key].map(({ id }: { id: string }) => id))),
    ].sort() as string[];
  const ties = [
    ['unlinkClaims', idsIn(claims.nodes, 'links')],
    ['unrelateFactions', idsIn(factions.nodes, 'relations')],
    ['unaffiliateSource', idsIn(sources.nodes, 'affiliations')],
  ] as const;
  for (const [field, ids] of ties)
    for (const id of [dice.one(ids), dice.one(ids), dice.one(ids)])
      await write(
        `mutation ($id: ID!) { ${field}(id: $id, rationale: "Not so.") { warnings { code } } }`,
        { id },
      );
}

/** Import issues, which only imports write. */
const importIssues = (api: Api, claims: readonly string[], dice: Dice): Promise<void> =>
  inWrite(api.database, {
    by: 'differential',
    action: 'import',
    work: async ({ manager }) => {
      const noted = claims
        .filter(() => dice.roll(2) === 0)
        .flatMap((claim) =>
          Array.from({ length: 1 + dice.roll(3) }, (_, position) => ({
            claimId: claim.slice(4),
            position,
            kind: 'NO_DATE',
            reason: text(dice),
            column: dice.maybe(() => 'date') ?? null,
            value: dice.maybe(() => text(dice)) ?? null,
          })),
        );
      await manager.insert(ImportIssue, noted);
    },
  });
