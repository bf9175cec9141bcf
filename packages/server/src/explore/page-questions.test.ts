import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { importPath } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { describeInChromium } from '../testing/chromium.ts';
import { setUpPage } from './page.testing.ts';

const doc = fileURLToPath(new URL('../../../../docs/page-questions.md', import.meta.url));
/** Real data, which may be beside the repository. Without it, its questions are skipped. */
const slice = fileURLToPath(
  new URL(
    '../../../../../shared/data/ucdp-ged-syria-2016-2019/daraa_quneitra_2018-06_07.csv',
    import.meta.url,
  ),
);

interface Question {
  question: string;
  actions: string[];
  answer: string;
}

/** The questions in each part of the document. */
const [onSample = [], withEvents = []] = readFileSync(doc, 'utf8')
  .split('\n## ')
  .slice(1)
  .map((part) =>
    part.split('\n').flatMap((line): Question[] => {
      const [, question = '', actions = '', answer = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      const each = [...actions.matchAll(/`(.*?)`/g)].map(([, action = '']) => action);
      return each.length ? [{ question, actions: each, answer }] : [];
    }),
  );

/** Carries out an action. @returns how many actions of a reader it is. */
async function act(page: Page, action: string): Promise<number> {
  const [verb = '', ...rest] = action.split(' ');
  const what = rest.join(' ');
  const combobox = page.getByRole('combobox', { name: /Find a place/ });
  const named = (role: 'link' | 'option' | 'button') =>
    page.getByRole(role, { name: what }).filter({ visible: true }).first();
  if (verb === 'find') await combobox.fill(what);
  else if (verb === 'choose') await named('option').click();
  else if (verb === 'open') await named('link').click();
  else if (verb === 'press')
    await named('button')
      .or(page.locator('summary', { hasText: what }))
      .click();
  else if (verb === 'from' || verb === 'to') {
    const field = page.getByLabel(verb === 'from' ? 'From' : 'To', { exact: true });
    await field.fill(what);
    await field.press('Enter');
  } else if (verb === 'select') await page.getByLabel('Period').selectOption(what);
  else if (verb === 'tick') {
    const [list = '', value = ''] = what.split(': ');
    await page.locator('summary', { hasText: `${list}:` }).click();
    await page.getByRole('checkbox', { name: value, exact: true }).check();
    await page.keyboard.press('Escape');
    return 3;
  } else throw new Error(`There is no action ${verb}.`);
  return 1;
}

function askAll(questions: readonly Question[], prepare: (api: Api) => Promise<unknown>) {
  const site = setUpPage(async () => {
    const api = await startApi();
    await prepare(api);
    return api;
  });
  let page: Page;
  beforeAll(async () => {
    ({ page } = await site.openTab());
    page.setDefaultTimeout(8_000);
  });

  test.each(questions)('$question', async ({ actions, answer }) => {
    await page.goto(site.origin);
    let count = 0;
    for (const action of actions) count += await act(page, action);
    await page.getByText(answer).filter({ visible: true }).first().waitFor();
    expect(count).toBeLessThanOrEqual(5);
  });
}

test('there are thirty questions', () => {
  expect(onSample.length + withEvents.length).toBe(30);
});

describeInChromium('on the sample', () => askAll(onSample, async () => undefined));

const hasEvents = existsSync(slice);
if (!hasEvents) console.warn(`Skipped: questions on real events. There is no file ${slice}.`);
(hasEvents ? describeInChromium : describe.skip)('with the events of the same weeks', () =>
  askAll(withEvents, (api) => importPath(api, 'ucdp', slice, { release: '19.1' })),
);
