import { expect } from '@jest/globals';
import { startApi } from '../testing/api.ts';
import { axeViolations, setUpPage } from './page.testing.ts';

const site = setUpPage(startApi);
const { inTab } = site;

const claimWith = async (text: string): Promise<{ id: string; version: number }> =>
  (
    await site.api.data(
      `query ($text: String!) {
        claims(first: 1, filter: { text: $text }) { nodes { id version } }
      }`,
      { text },
    )
  ).claims.nodes[0];

inTab('27. places with the same name are distinguished by where they lie', async ({ page }) => {
  const place = (parent: string) => `createLocation(input: {
    kind: COMMUNITY, names: [{ text: "Millbrook", kind: PRIMARY }],
    parent: { new: { kind: GOVERNORATE, names: [{ text: "${parent}", kind: PRIMARY }] } }
  }) { location { id } }`;
  await site.api.data(`mutation { east: ${place('Eastland')} west: ${place('Westland')} }`);
  await page.getByRole('combobox', { name: /Find a place/ }).fill('millbrook');
  await page.getByRole('option', { name: /Millbrook, Eastland/ }).waitFor();
  await page.getByRole('option', { name: /Millbrook, Westland/ }).waitFor();
});

inTab('28. a fear is a ring on the map and hollow on the timeline', async ({ page }) => {
  const { id } = await claimWith('bombardment');
  await site.api.data(
    `mutation ($id: ID!, $version: Int!) {
      updateClaim(id: $id, expectedVersion: $version, input: {
        occurred: { edtf: "2018-07-01" }
        places: [{ location: { new: {
          kind: COMMUNITY, point: { lat: 32.9, lon: 36.3 }, geoPrecision: EXACT
          names: [{ text: "Fearfield", kind: PRIMARY }]
        } } }]
      }) { claim { id } }
    }`,
    await claimWith('bombardment'),
  );
  await page.goto(`${site.origin}/?modality=FEARED&text=bombardment`);
  await page.locator('.map .sign-ring').waitFor();
  expect(await page.locator('.map .sign-dot').count()).toBe(0);
  await page.locator('.timeline .band-fear').waitFor();
  expect(id).toMatch(/^clm_/);
});

inTab('29. a withdrawn claim leaves the list, and is marked where it is read', async ({ page }) => {
  const { id, version } = await claimWith('Residents of Saida');
  await site.api.data(
    `mutation ($id: ID!, $version: Int!) {
      withdrawClaim(id: $id, expectedVersion: $version, rationale: "Recorded twice.") {
        claim { id }
      }
    }`,
    { id, version },
  );
  await page.goto(`${site.origin}/?kind=DISPLACEMENT`);
  await page.locator('.claims').waitFor();
  expect(await page.getByText('Residents of Saida').count()).toBe(0);
  await page.goto(`${site.origin}/?open=${id}`);
  await page.locator('.withdrawn', { hasText: 'Recorded twice.' }).waitFor();
});

inTab('30. what is refuted is not counted, and the page says so', async ({ page }) => {
  const { id } = await claimWith('Air strikes hit');
  await site.api.data(
    `mutation ($id: ID!) {
      assessClaim(claimId: $id, input: {
        status: REFUTED, credibility: FIVE, rationale: "No crater was found."
      }) { claim { id } }
    }`,
    { id },
  );
  await page.goto(`${site.origin}/?kind=AIRSTRIKE`);
  await page.getByText('1 refuted or retracted, not counted').waitFor();
  await page.locator('.claims strong', { hasText: 'Refuted' }).waitFor();
});

inTab('31. an undated event has no band, and is counted in its own lane', async ({ page }) => {
  await page.goto(`${site.origin}/?text=alliance`);
  const undated = page.locator('.undated summary');
  await undated.waitFor();
  const count = Number(/\d+/.exec((await undated.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(1);
  expect(await page.locator('.undated li').count()).toBe(count);
});

inTab('32. a claim says what is inferred, of its date and of its places', async ({ page }) => {
  const { id } = await claimWith('six thousand');
  await page.goto(`${site.origin}/?open=${id}`);
  await page.locator('.when', { hasText: 'inferred' }).waitFor();
  await page.locator('.facts', { hasText: 'Inferred' }).waitFor();
  await page.locator('.figure-list', { hasText: 'at least 6,000' }).waitFor();
});

inTab('33. control that two factions are said to have is contested', async ({ page }) => {
  const surveyor = { kind: 'PERSON', names: [{ text: 'A surveyor', kind: 'PRIMARY' }] };
  const control = (faction: string, location: object, occurred: object | null) => ({
    statement: `${faction} held it.`,
    kind: 'TERRITORIAL_CONTROL',
    attributions: [{ chain: [{ source: { new: surveyor } }] }],
    occurred,
    places: [{ location }],
    parties: [
      {
        role: 'CONTROLLER',
        faction: { new: { kind: 'REBEL_GROUP', names: [{ text: faction, kind: 'PRIMARY' }] } },
      },
    ],
  });
  const placeAt = async (name: string, lat: number) =>
    (
      await site.api.data(
        `mutation ($input: CreateLocationInput!) {
          createLocation(input: $input) { location { id } }
        }`,
        {
          input: {
            ...{ kind: 'COMMUNITY', geoPrecision: 'EXACT', point: { lat, lon: 36.2 } },
            names: [{ text: name, kind: 'PRIMARY' }],
          },
        },
      )
    ).createLocation.location.id;
  const july = { edtf: '2018-07-01/2018-07-31', extent: 'THROUGHOUT' };
  const mill = { id: await placeAt('Contested mill', 32.6) };
  const ford = { id: await placeAt('Doubtful ford', 32.9) };
  const well = { id: await placeAt('Quiet well', 33.2) };
  await site.api.data(
    `mutation ($input: RecordReportInput!) { recordReport(input: $input) { report { id } } }`,
    {
      input: {
        report: { title: 'Who holds what', kind: 'ARTICLE' },
        claims: [
          control('Reds', mill, july),
          control('Blues', mill, { edtf: '2018-07-10' }),
          control('Reds', ford, july),
          control('Greens', ford, null),
          control('Reds', well, july),
          control('Blues', well, { edtf: '2018-08-01' }),
        ],
      },
    },
  );
  await page.goto(`${site.origin}/?text=held it`);
  await page.getByRole('button', { name: /mill.*Control contested: Blues, Reds/ }).click();
  await page.locator('.card', { hasText: 'Control contested: Blues, Reds' }).waitFor();
  await page.locator('.legend', { hasText: 'control contested' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page
    .locator('section', { has: page.locator('#map-title') })
    .getByText('as a table')
    .click();
  const row = (name: string) => page.getByRole('row', { name }).textContent();
  expect(await row('Contested mill')).toContain('Control contested: Blues, Reds');
  expect(await row('Doubtful ford')).toContain('dates may overlap: Greens, Reds');
  expect(await row('Quiet well')).not.toContain('contested');
  await page.goto(`${site.origin}/?open=${mill.id}`);
  await page.getByText('Control contested: Blues, Reds', { exact: true }).first().waitFor();
});

inTab('34. factions of one coalition hold a place together', async ({ page }) => {
  const { claims } = await site.api.data(
    `{ claims(filter: { text: "held it" }, first: 9) {
      nodes { id parties { faction { id name } } }
    } }`,
  );
  const idOf = (wanted: string) =>
    claims.nodes
      .map(
        ({ parties: [party] }: { parties: { faction: { id: string; name: string } }[] }) => party,
      )
      .find((party?: { faction: { name: string } }) => party?.faction.name === wanted).faction.id;
  const { createFaction } = await site.api.data(
    `mutation { createFaction(input: {
      kind: ALLIANCE, names: [{ text: "The front", kind: PRIMARY }]
    }) { faction { id } } }`,
  );
  for (const member of ['Reds', 'Blues'])
    await site.api.data(
      `mutation ($input: FactionRelationInput!) {
        relateFactions(input: $input) { relation { id } }
      }`,
      {
        input: {
          ...{ fromId: idOf(member), toId: createFaction.faction.id, kind: 'PART_OF' },
          claimIds: [claims.nodes[0].id],
        },
      },
    );
  await page.goto(`${site.origin}/?text=held it`);
  // The other two are of no coalition, and may still contest the ford.
  await page.getByRole('button', { name: /ford.*may be contested/ }).waitFor();
  expect(await page.getByRole('button', { name: /mill.*contested/ }).count()).toBe(0);
});
