import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startApi } from '../testing/api.ts';
import { axeViolations, setUpPage, tabTo } from './page.testing.ts';

const site = setUpPage(startApi);

/** A task in a tab in which nothing may go wrong. */
const task = (name: string, run: (page: Page) => Promise<void>) =>
  site.inTab(name, async ({ page, problems }) => {
    await run(page);
    expect(problems).toEqual([]);
  });

const body =
  'Shells fell on the old mill in Tal Shihab, a miller said. At least six people were hurt.';

/** The claims of the report with a title, as the API has them. */
async function claimsOf(title: string) {
  const { reports } = await site.api.data(
    `query ($text: String!) {
      reports(filter: { text: $text }, first: 1) {
        nodes { id bodyKind claims { nodes {
          statement kind
          passage { quote start }
          occurred { edtf asWritten basis }
          places { role location { label } }
          parties { role faction { name } }
          quantities { measure min best max asWritten }
          attributions { chain { capacity source { name } } }
        } } }
      }
    }`,
    { text: title },
  );
  return reports.nodes[0]?.claims.nodes;
}

describe('by keyboard alone', () => {
  task('a claim is found, and its chain is read', async (page) => {
    await tabTo(page, 'combobox', /Find a place/);
    await page.keyboard.type('tel shehab');
    await page.getByRole('option', { name: /Tal Shihab, Mzeireb, Daraa/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('1 claim', { exact: true }).waitFor();
    await tabTo(page, 'link', /entered the western rural area/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'How it reached us' }).waitFor();
    expect(await page.locator('.chain .record-link').allTextContents()).toEqual([
      'Yasser al-Turkmani',
      'Diyaruna',
      'Reported from Daraa: departures, an alliance of factions, looting',
    ]);
    expect(await page.locator('mark').textContent()).toContain('western rural area');
    await page.goBack();
    await page.getByText('1 claim', { exact: true }).waitFor();
  });

  task('claims are filtered by a day', async (page) => {
    await tabTo(page, 'textbox', 'From');
    await page.keyboard.type('2018-06-20');
    await tabTo(page, 'textbox', 'To');
    await page.keyboard.type('2018-06-20');
    await page.keyboard.press('Enter');
    await page.getByText('17 claims', { exact: true }).waitFor();
  });

  task('two sources are compared', async (page) => {
    await tabTo(page, 'combobox', /Find a place/);
    await page.keyboard.type('jumaa');
    await page.getByRole('option', { name: /Jumaa al-Masalma/ }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, 'link', /worst in Saida/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'How it reached us' }).waitFor();
    await tabTo(page, 'link', 'Jumaa al-Masalma');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Jumaa al-Masalma' }).waitFor();
    await tabTo(page, 'combobox', /Compare with/);
    await page.keyboard.type('turkmani');
    await page.getByRole('option', { name: /Turkmani/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Looting 4 0/ }).waitFor();
  });

  task('a report with a claim is written, from the text to the map', async (page) => {
    await tabTo(page, 'link', 'Record a report');
    await page.keyboard.press('Enter');
    await tabTo(page, 'textbox', 'Title');
    await page.keyboard.type('The mill');
    await tabTo(page, 'combobox', 'Published by');
    await page.keyboard.type('diyaruna');
    await page.getByRole('option', { name: 'Diyaruna', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, 'textbox', 'Text');
    await page.keyboard.type(body);
    // The first 27 characters are selected: "Shells fell on the old mill".
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 27; i++) await page.keyboard.press('Shift+ArrowRight');
    await tabTo(page, 'button', 'Use the selected words for claim 1');
    await page.keyboard.press('Enter');
    await tabTo(page, 'textbox', 'Statement');
    await page.keyboard.type('A mill in Tal Shihab was shelled.');
    await tabTo(page, 'combobox', 'Kind');
    await page.keyboard.type('Shelling');
    await tabTo(page, 'combobox', 'Add a speaker');
    await page.keyboard.type('A miller');
    await page.getByRole('option', { name: 'Create “A miller”' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Person');
    await tabTo(page, 'button', 'Create “A miller”');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button', /Heard from Diyaruna/);
    await page.keyboard.press('Enter');
    await tabTo(page, 'textbox', 'When');
    await page.keyboard.type('early July 2018');
    await page.getByText('Understood as: between 1 July 2018 and 10 July 2018').waitFor();
    await tabTo(page, 'combobox', 'Add a place');
    await page.keyboard.type('tal shihab');
    await page.getByRole('option', { name: /Tal Shihab, Mzeireb, Daraa/ }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, 'button', /Add a figure/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('People injured');
    await tabTo(page, 'textbox', 'Figure, as it is said');
    await page.keyboard.type('at least six');
    await page.getByText('Understood as: at least 6').waitFor();
    await tabTo(page, 'button', 'Save');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '“The mill” is recorded.' }).waitFor();
    await tabTo(page, 'link', /on map and timeline/);
    await page.keyboard.press('Enter');
    await page.locator('.map .sign').first().waitFor();
    expect(await claimsOf('The mill')).toEqual([
      {
        statement: 'A mill in Tal Shihab was shelled.',
        kind: 'SHELLING',
        passage: { quote: 'Shells fell on the old mill', start: 0 },
        occurred: {
          edtf: '2018-07-01/2018-07-10',
          asWritten: 'early July 2018',
          basis: 'STATED',
        },
        places: [{ role: 'AT', location: { label: 'Tal Shihab, Mzeireb, Daraa' } }],
        parties: [],
        quantities: [
          { measure: 'PEOPLE_INJURED', min: 6, best: null, max: null, asWritten: 'at least six' },
        ],
        attributions: [
          {
            chain: [
              { capacity: 'UNSTATED', source: { name: 'A miller' } },
              { capacity: 'UNSTATED', source: { name: 'Diyaruna' } },
            ],
          },
        ],
      },
    ]);
  });

  task('the view is exported', async (page) => {
    await tabTo(page, 'link', 'CSV');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('claimgraph.csv');
  });
});

describe('by the accessibility tree alone', () => {
  task('a claim is found, its chain is read, and a day is chosen', async (page) => {
    await page.getByRole('combobox', { name: /Find a place/ }).fill('turkmani');
    await page.getByRole('option', { name: /Yasser al-Turkmani/ }).click();
    await page.getByLabel('To', { exact: true }).fill('2018-06-30');
    await page.getByLabel('To', { exact: true }).press('Enter');
    await page
      .getByRole('link', { name: /entered the western rural area/ })
      .first()
      .click();
    const article = page.getByRole('article');
    expect(await article.ariaSnapshot()).toMatch(
      /origin[\s\S]*link "Yasser al-Turkmani"[\s\S]*link "Diyaruna"[\s\S]*read here/,
    );
  });

  task('two sources are compared, and the view is exported', async (page) => {
    await page.getByRole('combobox', { name: /Find a place/ }).fill('jumaa');
    await page.getByRole('option', { name: /Jumaa al-Masalma/ }).click();
    await page
      .getByRole('link', { name: /worst in Saida/ })
      .first()
      .click();
    await page.getByLabel('What is shown').getByRole('link', { name: 'Jumaa al-Masalma' }).click();
    await page.getByRole('combobox', { name: /Compare with/ }).fill('turkmani');
    await page.getByRole('option', { name: /Turkmani/ }).click();
    await page.getByRole('row', { name: /Looting 4 0/ }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'GeoJSON' }).click();
    expect((await download).suggestedFilename()).toBe('claimgraph.geojson');
  });

  task(
    'a report is written, its problems are said at their fields, then corrected',
    async (page) => {
      await page.getByRole('link', { name: 'Record a report' }).click();
      await page.getByLabel('Title').fill('The bridge');
      await page.getByLabel('URL').fill('example.org');
      await page.getByLabel('Text', { exact: true }).fill('A bridge was hit, a driver said.');
      await page.getByLabel('The text is').selectOption('Paraphrase');
      await page.getByLabel('Passage').fill('A bridge was hit');
      await page.getByText('the passage is not a quotation').waitFor();
      await page.getByLabel('Statement').fill('A bridge was hit.');
      await page.getByLabel('When').fill('last week');
      await page.getByRole('button', { name: 'Save' }).click();
      const alert = page.getByRole('alert');
      await alert.getByText('Not saved. To correct: 3').waitFor();
      expect(await alert.textContent()).toContain('Write the date itself.');
      expect(await axeViolations(page)).toEqual([]);
      await page.getByLabel('When').fill('since 2018');
      await page.getByLabel('Kind').nth(1).selectOption('Air strike');
      await page.getByRole('combobox', { name: 'Add a speaker' }).fill('diyaruna');
      await page.getByRole('option', { name: 'Diyaruna', exact: true }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      // The server refuses the address, and its message is at the field.
      await alert.getByText('Not saved. To correct: 1').waitFor();
      expect(await page.getByLabel('URL').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('URL').fill('https://example.org/bridge');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: '“The bridge” is recorded.' }).waitFor();
      const [claim] = await claimsOf('The bridge');
      expect(claim.occurred).toEqual({ edtf: '2018/..', asWritten: 'since 2018', basis: 'STATED' });
    },
  );
});

describe('the form', () => {
  task('says before saving that a URL or a text is recorded', async (page) => {
    await site.api.data(
      `mutation { createReport(input: {
        title: "The well", kind: ARTICLE, url: "https://example.org/well/",
        body: "The well is dry.", bodyKind: VERBATIM
      }) { report { id } } }`,
    );
    await page.getByRole('link', { name: 'Record a report' }).click();
    await page.getByLabel('URL').fill('http://example.org/well');
    await page.getByText('This URL is already recorded:').waitFor();
    await page.getByLabel('URL').fill('');
    await page.getByLabel('Text', { exact: true }).fill('The well is dry.');
    await page.getByText('This text is already recorded:').waitFor();
    await page.getByRole('link', { name: 'The well' }).click();
    await page.getByRole('heading', { level: 1, name: 'The well' }).waitFor();
  });

  task('does not save while a place is typed and not chosen', async (page) => {
    await page.getByRole('link', { name: 'Record a report' }).click();
    await page.getByRole('combobox', { name: 'Add a place' }).fill('Nowhere in particular');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const problem = 'Choose or create “Nowhere in particular”';
    await page.getByRole('alert').getByText(problem).waitFor();
    await page.locator('.picker', { hasText: problem }).waitFor();
    await page.getByRole('combobox', { name: 'Add a place' }).fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(problem).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Add a figure/ }).click();
    await page.getByRole('button', { name: 'Remove figure 1' }).click();
  });

  task('keeps what was typed when the page is left', async (page) => {
    await page.getByRole('link', { name: 'Record a report' }).click();
    await page.getByLabel('Title').fill('Half a report');
    await page.getByLabel('Statement').fill('Half a claim');
    await page.reload();
    await page.getByLabel('Statement').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Half a report');
    expect(await page.getByLabel('Statement').inputValue()).toBe('Half a claim');
    await page.getByRole('button', { name: 'Discard the draft' }).click();
    await page.getByRole('button', { name: 'Discard everything' }).click();
    await page.reload();
    await page.getByLabel('Statement').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('');
  });
});
