import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startGuardedApi, withKey } from '../access/access.testing.ts';
import { anonymousViewer } from '../access/viewer.ts';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { reviewOf } from '../review/review.testing.ts';
import type { Api } from '../testing/api.ts';
import { axeViolations, setUpPage } from './page.testing.ts';

const site = setUpPage(() => startGuardedApi('sample', { anonymous: anonymousViewer }));
const { inTab } = site;
/** The same server, asked with the key of an administrator. */
const admin = (): Api => ({
  ...site.api,
  data: (query, variables) => site.api.data(query, variables, withKey(site.api.keys.ADMIN)),
});

const signIn = async (page: Page, key: string) => {
  await page.locator('summary', { hasText: 'Sign in' }).click();
  await page.getByLabel('Key').fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const claimWith = async (text: string) =>
  (
    await site.api.data(
      `query ($text: String!) {
        claims(first: 1, filter: { text: $text, withdrawn: INCLUDE }) {
          nodes {
            id version statement status credibility
            withdrawn { rationale }
            links { kind sharedOrigin rationale to { statement } }
          }
        }
      }`,
      { text },
    )
  ).claims.nodes[0];

const open = (page: Page, id: string) => page.goto(`${site.origin}/?open=${id}`);
const action = (page: Page, name: string) =>
  page.locator('details.action', { has: page.locator('summary', { hasText: name }) });

describe('signing in', () => {
  inTab('offers a visitor nothing that needs a key, and says what it needs', async ({ page }) => {
    expect(await page.getByRole('link', { name: 'Record a report' }).count()).toBe(0);
    await page.getByText('You read without a key.').waitFor();
    await page.locator('.claims .record-link').first().click();
    await page.getByText('needs the role Analyst').waitFor();
    await page.goto(`${site.origin}/?task=write`);
    await page.getByText('Record a report: needs the role Analyst.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  inTab('says why a key is refused, and shows who came in with another', async ({ page }) => {
    await signIn(page, site.api.revoked);
    await page
      .getByRole('alert')
      .getByText(/revoked|not valid|expired/i)
      .waitFor();
    await page.getByLabel('Key').fill(site.api.keys.ANALYST);
    await page.getByLabel('Key').press('Enter');
    await page.getByText('analyst of the desk').waitFor();
    await page.getByRole('link', { name: 'Record a report' }).waitFor();
    expect(await page.evaluate('document.cookie + JSON.stringify(localStorage)')).not.toContain(
      site.api.keys.ANALYST,
    );
    await page.locator('.claims .record-link').first().click();
    await page.getByText('Withdraw: needs the role Editor.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You read without a key.').waitFor();
  });
});

describe('each form', () => {
  inTab(
    'has no accessibility violation, in Arabic, dark and on a narrow screen',
    async ({ page }) => {
      await signIn(page, site.api.keys.EDITOR);
      await page.getByText('editor of the desk').waitFor();
      const claim = await claimWith('worst in Saida');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const search of ['task=write', 'task=review', `open=${claim.id}`]) {
        await page.goto(`${site.origin}/?lang=ar&${search}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        for (const summary of await page.locator('details.action > summary').all())
          await summary.click();
        expect([search, await axeViolations(page)]).toEqual([search, []]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      }
    },
  );
});

const unauthenticated = {
  errors: [{ message: 'Who asks?', extensions: { code: 'UNAUTHENTICATED' } }],
};

describe('judging', () => {
  inTab('assesses a claim, and links it to another, each with a reason', async ({ page }) => {
    const claim = await claimWith('Air strikes hit Saida');
    await open(page, claim.id);
    await signIn(page, site.api.keys.ANALYST);
    const assess = action(page, 'Assess');
    await assess.locator('summary').click();
    await assess.getByLabel('Status').selectOption('Disputed');
    expect(await assess.getByRole('button', { name: 'Assess' }).isDisabled()).toBe(true);
    await assess.getByLabel('Credibility').selectOption({ index: 3 });
    await assess.getByLabel('Why').fill('No other source has it.');
    await page.reload();
    // What was chosen and typed is still there.
    await assess.locator('summary').click();
    expect(await assess.getByLabel('Why').inputValue()).toBe('No other source has it.');
    await assess.getByRole('button', { name: 'Assess' }).click();
    await assess.getByText('Saved.').waitFor();
    const link = action(page, 'Link to another claim');
    await link.locator('summary').click();
    await link.getByLabel('This claim').selectOption('Corroborates');
    await link.getByRole('combobox', { name: 'The other claim' }).fill('common since');
    await page.getByRole('option', { name: /looting has been common/i }).waitFor();
    await page.keyboard.press('Enter');
    await link.getByLabel('The same origin').selectOption({ index: 2 });
    await link.getByLabel('Why').fill('Both speak of the same days.');
    expect(await axeViolations(page)).toEqual([]);
    await link.getByRole('button', { name: 'Link to another claim' }).click();
    await link.getByText('Saved.').waitFor();
    const judged = await claimWith('Air strikes hit Saida');
    expect([judged.status, judged.credibility]).toEqual(['DISPUTED', 'THREE']);
    expect(judged.links).toContainEqual(
      expect.objectContaining({ kind: 'CORROBORATES', rationale: 'Both speak of the same days.' }),
    );
  });

  inTab('says that a lost answer may be written, and writes it once', async ({ page }) => {
    const claim = await claimWith('Air strikes hit Saida');
    await open(page, claim.id);
    await signIn(page, site.api.keys.ANALYST);
    const form = action(page, 'Assess');
    await form.locator('summary').click();
    await form.getByLabel('Status').selectOption({ index: 2 });
    await form.getByLabel('Credibility').selectOption({ index: 2 });
    await form.getByLabel('Why').fill('The line was cut.');
    const isAssessment = (text: string | null) => text?.includes('AssessClaim') ?? false;
    await page.route('**/graphql', async (route) => {
      if (!isAssessment(route.request().postData())) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await form.getByRole('button', { name: 'Assess' }).click();
    await form.getByText('this may be recorded, or not').waitFor({ timeout: 20_000 });
    expect(await form.getByText('Nothing was recorded').count()).toBe(0);
    expect(await form.getByLabel('Why').isDisabled()).toBe(true);
    await page.unroute('**/graphql');
    // It is still said after a reload, and what was sent is still there.
    await page.reload();
    await form.locator('summary').click();
    // A refusal that does not say whether the first attempt was recorded leaves it open.
    await page.route('**/graphql', (route) =>
      isAssessment(route.request().postData())
        ? route.fulfill({ status: 401, json: unauthenticated })
        : route.continue(),
    );
    await form.getByRole('button', { name: 'Check, and send it again' }).click();
    await form.getByText('Who asks?').waitFor();
    expect(await form.getByText('Nothing was recorded').count()).toBe(0);
    expect(await form.getByLabel('Why').isDisabled()).toBe(true);
    await page.unroute('**/graphql');
    await form.getByRole('button', { name: 'Check, and send it again' }).click();
    await form.getByText('Saved.').waitFor();
    const { claim: judged } = await site.api.data(
      'query ($id: ID!) { claim(id: $id) { assessments { rationale } } }',
      { id: claim.id },
    );
    const reasons = judged.assessments.map((each: { rationale: string }) => each.rationale);
    expect(reasons.filter((reason: string) => reason === 'The line was cut.')).toHaveLength(1);
  });

  inTab('withdraws a claim and restores it, marked meanwhile', async ({ page }) => {
    const claim = await claimWith('Residents of Saida');
    await open(page, claim.id);
    await signIn(page, site.api.keys.EDITOR);
    for (const [name, reason] of [
      ['Withdraw', 'Recorded twice.'],
      ['Restore', 'It was not recorded twice.'],
    ] as const) {
      const form = page.locator('details.action', {
        has: page.locator('summary', { hasText: new RegExp(`^${name}$`) }),
      });
      await form.locator('summary').click();
      await form.getByLabel('Why').fill(reason);
      // The answer to the first one is lost, so what is recorded has to say it.
      if (name === 'Withdraw')
        await page.route('**/graphql', async (route) => {
          if (!route.request().postData()?.includes('WithdrawClaim')) return route.continue();
          await route.fetch();
          await route.abort();
        });
      await form.getByRole('button', { name }).click();
      if (name === 'Withdraw') {
        await form.getByText('this may be recorded, or not').waitFor({ timeout: 20_000 });
        await page.unroute('**/graphql');
        await page.reload();
      } else expect(await page.locator('.answer-lost').count()).toBe(0);
      if (name === 'Withdraw') await page.locator('.withdrawn', { hasText: reason }).waitFor();
      else await page.locator('.withdrawn').waitFor({ state: 'detached' });
    }
    expect((await claimWith('Residents of Saida')).withdrawn).toBeNull();
  });

  inTab('shows what somebody else changed, and keeps what was typed', async ({ page }) => {
    const claim = await claimWith('worst in Saida');
    await open(page, claim.id);
    await signIn(page, site.api.keys.ANALYST);
    const form = action(page, 'Correct');
    await form.locator('summary').click();
    await form.getByLabel('Statement').fill('My own wording.');
    await form.getByLabel('Why').fill('It was unclear.');
    await reviewOf(admin()).update('Claim', claim.id, { statement: 'Their wording.' });
    await form.getByRole('button', { name: 'Correct' }).click();
    await page.getByText('Somebody changed it while you were writing.').waitFor();
    await form.locator('ins', { hasText: 'Their wording.' }).waitFor();
    expect(await form.getByLabel('Statement').inputValue()).toBe('My own wording.');
    await form.getByRole('button', { name: 'Go on with what I typed' }).click();
    await form.getByRole('button', { name: 'Correct' }).click();
    await page.getByRole('heading', { level: 1, name: 'My own wording.' }).waitFor();
  });

  inTab('rates a source', async ({ page }) => {
    const { sources } = await site.api.data('{ sources(first: 9) { nodes { id name } } }');
    const { id } = sources.nodes.find(({ name }: { name: string }) => name === 'Diyaruna');
    await open(page, id);
    await signIn(page, site.api.keys.ANALYST);
    const form = action(page, 'Rate');
    await form.locator('summary').click();
    await form.getByLabel('Reliability').selectOption({ index: 3 });
    await form.getByLabel('Why').fill('It names its speakers.');
    await form.getByRole('button', { name: 'Rate' }).click();
    await page.locator('.changes', { hasText: 'It names its speakers.' }).first().waitFor();
    expect(
      (await site.api.data('query ($id: ID!) { source(id: $id) { reliability } }', { id })).source,
    ).toEqual({ reliability: 'C' });
  });

  inTab('decides import conflicts one by one', async ({ page }) => {
    const row = { id: '7001', best: '3' };
    await importPath(site.api, 'ucdp', fileOf(ucdpFile(row)), { release: '19.1' });
    const { idOf, update, conflicts } = reviewOf(admin());
    const claim = await idOf('Claim'.toUpperCase(), 'ucdp-event', row.id);
    await update('Claim', claim, { statement: 'What a person wrote.' });
    await importPath(site.api, 'ucdp', fileOf(ucdpFile({ ...row, best: '4', high: '9' })), {
      release: '20.1',
    });
    const [conflict] = await conflicts();
    await signIn(page, site.api.keys.EDITOR);
    await page.getByRole('link', { name: 'Import conflicts' }).click();
    const item = page.getByRole('article').first();
    await item.getByText('What a person wrote.').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await item.getByLabel('Why').fill('The person has read the article.');
    await item.getByRole('button', { name: 'Keep ours' }).click();
    await page.getByText('There is nothing to decide.').waitFor();
    expect((await conflicts({ state: ['KEPT'] })).map(({ id }: { id: string }) => id)).toEqual([
      conflict.id,
    ]);
  });
});
