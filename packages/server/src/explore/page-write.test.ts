import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startGuardedApi } from '../access/access.testing.ts';
import { anonymousViewer } from '../access/viewer.ts';
import { testInChromium } from '../testing/chromium.ts';
import { axeViolations, setUpPage } from './page.testing.ts';

const site = setUpPage(() => startGuardedApi('sample', { anonymous: anonymousViewer }));

/** A tab in which an analyst has the form for a report open. */
const inForm = (name: string, run: (page: Page) => Promise<void>) =>
  testInChromium(name, async () => {
    const { page, problems, hosts } = await site.openTab('/?task=write');
    await page.locator('summary', { hasText: 'Sign in' }).click();
    await page.getByLabel('Key').fill(site.api.keys.ANALYST);
    await page.getByLabel('Key').press('Enter');
    await page.getByLabel('Title').waitFor();
    await run(page);
    expect(problems.filter((problem) => !problem.includes('net::ERR_FAILED'))).toEqual([]);
    expect([...hosts]).toEqual([new URL(site.origin).host]);
    await page.context().close();
  });

/** Chooses what a field for records finds. */
async function pick(page: Page, field: string, text: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).last().fill(text);
  await page.getByRole('option', { name: option }).first().click();
}

/** Creates a record in a field for records. */
async function create(page: Page, field: string, name: string, kind: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).last().fill(name);
  await page.getByRole('option', { name: `Create “${name}”` }).click();
  const form = page.locator('.new-record');
  await form.getByLabel('Kind').selectOption(kind);
  await form.getByRole('button', { name: `Create “${name}”` }).click();
}

/** Types as much as a report needs to be saved. */
async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Text', { exact: true }).fill('A mill burned. A well was poisoned.');
  await page.getByLabel('Statement').fill(`${title}: a mill burned.`);
  await page.getByLabel('Kind').nth(1).selectOption('Other');
  await pick(page, 'Add a speaker', 'masalma', /Jumaa al-Masalma/);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

const reportsWith = async (title: string) =>
  (
    await site.api.data(
      `query ($text: String!) {
        reports(filter: { text: $text }, first: 9) {
          nodes { authors { name } claims { nodes {
            id statement version
            passage { quote start }
            citations { locator report { title kind } }
            places { role location { label } }
            parties { role faction { name } }
            quantities { measure min best max asWritten partOf of { category } }
            attributions { chain { source { name affiliations { role to {
              ... on Faction { name } ... on Source { name }
            } claims { id } } } } }
          } } }
        }
      }`,
      { text: title },
    )
  ).reports.nodes;

describe('a report', () => {
  inForm(
    'is recorded with authors, cited reports, parts of figures, and who belongs to whom',
    async (page) => {
      await fillIn(page, 'The burned mill');
      await page.getByText('Authors', { exact: true }).click();
      await create(page, 'Add an author', 'A reporter', 'Person');
      await page.getByRole('button', { name: 'Add a figure' }).click();
      await page.getByLabel('What is counted').selectOption('People killed');
      await page.getByLabel('Figure, as it is said').fill('40, including 12 children');
      await page.getByRole('button', { name: 'Split into 40, and 12 of them' }).click();
      await page.getByText('Understood as: 12').waitFor();
      await page.getByText('More: cited reports').click();
      await create(page, 'Add a cited report', 'An article on mills', 'Article');
      await page.getByLabel('Where in it').fill('page 2');
      await page.getByRole('button', { name: 'Add who belongs to whom' }).click();
      await pick(page, 'This source', 'masalma', /Jumaa al-Masalma/);
      await create(page, 'belongs to', 'The millers', 'Political body');
      await page.getByLabel('as', { exact: true }).fill('spokesman');
      expect(await axeViolations(page)).toEqual([]);
      await save(page);
      await page.getByRole('heading', { name: '“The burned mill” is recorded.' }).waitFor();
      expect(await page.locator('.saved .problem').count()).toBe(0);
      const [report] = await reportsWith('The burned mill');
      expect(report.authors).toEqual([{ name: 'A reporter' }]);
      const [claim] = report.claims.nodes;
      expect(claim.citations).toEqual([
        { locator: 'page 2', report: { title: 'An article on mills', kind: 'ARTICLE' } },
      ]);
      const part = claim.quantities.find(({ partOf }: { partOf: string | null }) => partOf);
      expect(part).toMatchObject({ min: 12, max: 12, of: { category: 'CHILDREN' } });
      expect(claim.attributions[0].chain[0].source.affiliations).toEqual([
        { role: 'spokesman', to: { name: 'The millers' }, claims: [{ id: claim.id }] },
      ]);
    },
  );

  inForm('whose answer was lost is not said to be refused, and is recorded once', async (page) => {
    await fillIn(page, 'The lost answer');
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('RecordReport')) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await save(page);
    await page.getByText('this may be recorded, or not').waitFor({ timeout: 20_000 });
    expect(await page.getByText('Nothing was recorded').count()).toBe(0);
    expect(await page.getByLabel('Title').isDisabled()).toBe(true);
    await page.unroute('**/graphql');
    await page.reload();
    await page.getByRole('button', { name: 'Check, and send it again' }).click();
    await page.getByRole('heading', { name: '“The lost answer” is recorded.' }).waitFor();
    expect(await reportsWith('The lost answer')).toHaveLength(1);
  });
});

describe('a claim', () => {
  inForm('is corrected in every part, and the difference is shown before', async (page) => {
    await fillIn(page, 'The wrong well');
    await create(page, 'Add a place', 'Old well', 'Community');
    await save(page);
    await page.locator('.saved .record-link').first().click();
    const form = page.locator('details.action', {
      has: page.locator('summary', { hasText: /^Correct$/ }),
    });
    await form.locator('summary').first().click();
    await form.getByLabel('Passage').fill('A well was poisoned.');
    await form.getByRole('button', { name: 'Remove Old well' }).click();
    await create(page, 'Add a place', 'New well', 'Community');
    await pick(page, 'Add a faction', 'free syrian', /Free Syrian Army/);
    await form.getByText('Choose the role.').waitFor();
    await form.getByLabel('Role').last().selectOption('Actor');
    await form.getByRole('button', { name: 'Add a figure' }).click();
    await form.getByLabel('What is counted').selectOption('People injured');
    await form.getByLabel('Figure, as it is said').fill('at least 3');
    await pick(page, 'Add a speaker', 'turkmani', /Turkmani/);
    const changes = form.locator('.changes-before-saving');
    for (const text of ['A well was poisoned.', 'Old well', 'New well', 'Turkmani', 'at least 3'])
      await changes.getByText(text).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await form.getByLabel('Why').fill('I had read the wrong line.');
    await form.getByRole('button', { name: 'Correct', exact: true }).click();
    await form.getByText('Saved.').waitFor();
    const [{ claims }] = await reportsWith('The wrong well');
    expect(claims.nodes[0]).toMatchObject({
      passage: { quote: 'A well was poisoned.', start: 15 },
      places: [{ role: 'AT', location: { label: 'New well' } }],
      parties: [{ role: 'ACTOR', faction: { name: 'Free Syrian Army' } }],
      quantities: [{ measure: 'PEOPLE_INJURED', min: 3, max: null, asWritten: 'at least 3' }],
      attributions: [{ chain: [{}, { source: { name: 'Yasser al-Turkmani' } }] }],
    });
  });
});

describe('drafts', () => {
  inForm('are kept apart for each tab, and can be gone on with in another', async (page) => {
    await page.getByLabel('Title').fill('In the first tab');
    await page.getByRole('combobox', { name: 'Add a place' }).fill('Old mi');
    const other = await page.context().newPage();
    await other.goto(`${site.origin}/?task=write`);
    await other.getByLabel('Title').fill('In the second tab');
    await page.reload();
    expect(await page.getByLabel('Title').inputValue()).toBe('In the first tab');
    expect(await page.getByRole('combobox', { name: 'Add a place' }).inputValue()).toBe('Old mi');
    await other.close();
    await page.getByText('Other drafts in this browser: 1').click();
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await page.waitForFunction(
      `document.querySelector('.draft-report input').value === 'In the second tab'`,
    );
    await page.getByText('In the first tab').waitFor();
  });

  inForm(
    'that two tabs have changed are shown with their difference, and both stay',
    async (page) => {
      await page.getByLabel('Title').fill('What both tabs have');
      // Another tab has stored something else, and this one has not noticed.
      await page.evaluate(`{
      const key = Object.keys(localStorage).find((each) => each.includes('draft report'));
      const stored = JSON.parse(localStorage.getItem(key));
      stored.draft.title = 'What the other tab has';
      localStorage.setItem(key, JSON.stringify(stored));
    }`);
      await page.getByLabel('Title').fill('What this tab has');
      await page.getByText('This draft was changed in another tab.').waitFor();
      await page.locator('del', { hasText: 'What the other tab has' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Go on with this one' }).click();
      await page.getByText('Other drafts in this browser: 1').click();
      await page.getByText('What the other tab has').waitFor();
      expect(await page.getByLabel('Title').inputValue()).toBe('What this tab has');
    },
  );

  inForm('that name a protected source go with the tab and the session', async (page) => {
    await page.getByLabel('Title').fill('What a nurse saw');
    const stored = () => page.evaluate<string>('JSON.stringify({ ...localStorage })');
    await page.getByRole('combobox', { name: 'Add a speaker' }).fill('A masked nurse');
    await page.getByRole('option', { name: 'Create “A masked nurse”' }).click();
    expect(await stored()).not.toContain('A masked nurse');
    const form = page.locator('.new-record');
    await form.getByLabel('Kind').selectOption('Person');
    await form.getByLabel('Identity').selectOption({ index: 2 });
    await form.getByRole('button', { name: 'Create “A masked nurse”' }).click();
    await page.getByText('kept only until you close this tab').waitFor();
    expect(await stored()).not.toMatch(/A masked nurse|What a nurse saw/);
    await page.reload();
    await page.locator('.chosen-record', { hasText: 'A masked nurse' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('deleted in any case').waitFor();
    await page.getByRole('button', { name: 'Sign out, and delete drafts here' }).click();
    await page.getByText('needs the role Analyst').first().waitFor();
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).not.toContain(
      'A masked nurse',
    );
  });
});
