/**
 * `node scripts/page-first-hour.mjs SIGN_IN_LINK FOLDER [en|ar] [WIDTH] [light|dark]`: writes,
 * assesses and links a claim on the page of a fresh server, as a new user would, and finds it on
 * the map. It counts what is done and takes a picture of each step. It writes to the ledger.
 */
import { chromium } from 'playwright-core';

const [link, folder, language = 'en', width = '1280', colorScheme = 'light'] =
  process.argv.slice(2);
if (!folder) throw new Error('Give the sign-in link that npm start prints, and a folder.');

const texts = {
  en: {
    record: 'Record a report',
    title: 'Title',
    published: 'Published on',
    day: '10 July 2018',
    body: 'Text',
    use: 'Use the selected words for claim 1',
    statement: 'Statement',
    kind: 'Kind',
    shelling: 'Shelling',
    speaker: 'Add a speaker',
    create: 'Create “A miller”',
    person: 'Person',
    when: 'When',
    date: 'early July 2018',
    place: 'Add a place',
    save: 'Save',
    see: 'Show it with its claims, on map and timeline',
    assess: 'Assess',
    status: 'Status',
    credibility: 'Credibility',
    why: 'Why',
    link: 'Link to another claim',
    linkKind: 'This claim',
    other: 'The other claim',
    done: 'Saved.',
  },
  ar: {
    record: 'تسجيل تقرير',
    title: 'العنوان',
    published: 'تاريخ النشر',
    day: '10 تموز 2018',
    body: 'النص',
    use: 'استخدم الكلمات المحددة للقول 1',
    statement: 'القول',
    kind: 'النوع',
    shelling: 'قصف مدفعي أو صاروخي',
    speaker: 'إضافة متحدث',
    create: 'إنشاء «A miller»',
    person: 'شخص',
    when: 'متى',
    date: 'أوائل تموز 2018',
    place: 'إضافة مكان',
    save: 'حفظ',
    see: 'عرضه مع أقواله على الخريطة والخط الزمني',
    assess: 'تقييم',
    status: 'الحالة',
    credibility: 'المصداقية',
    why: 'لماذا',
    link: 'ربط بقول آخر',
    linkKind: 'هذا القول',
    other: 'القول الآخر',
    done: 'حُفظ.',
  },
}[language];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
const started = Date.now();
let actions = 0;
let pictures = 0;
try {
  const page = await browser.newPage({
    viewport: { width: Number(width), height: 860 },
    colorScheme,
  });
  page.setDefaultTimeout(10_000);
  /** One action of the user: a click, a choice, or a text typed into one field. */
  const act = async (action) => {
    actions += 1;
    await action;
  };
  const look = async (name) => {
    pictures += 1;
    const path = `${folder}/${language}-${width}-${colorScheme}-${pictures}-${name}.png`;
    await page.screenshot({ path });
  };
  const field = (name) => page.getByLabel(name, { exact: true });
  const choose = async (name, text, option) => {
    await act(page.getByRole('combobox', { name, exact: true }).fill(text));
    await act(page.getByRole('option', { name: option }).first().click());
  };
  /** Selects the first characters of the text, which a user does by dragging once. */
  const selectFirst = async (length) => {
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < length; i++) await page.keyboard.press('Shift+ArrowRight');
  };
  const form = (name) =>
    page.locator('details.action', {
      has: page.locator('summary', { hasText: new RegExp(`^${name}$`) }),
    });

  await act(page.goto(link));
  await page.locator('.claims').first().waitFor();
  if (language === 'ar') await act(page.getByRole('button', { name: 'العربية' }).click());
  await look('start');
  await act(page.getByRole('link', { name: texts.record }).click());
  await look('empty-form');
  await act(field(texts.title).fill('What the miller saw'));
  await act(field(texts.published).fill(texts.day));
  await act(field(texts.body).fill('Shells fell on the old mill in Tal Shihab, a miller said.'));
  await act(selectFirst(27));
  await act(page.getByRole('button', { name: texts.use }).click());
  await act(field(texts.statement).fill('A mill in Tal Shihab was shelled.'));
  await act(field(texts.kind).last().selectOption(texts.shelling));
  await choose(texts.speaker, 'A miller', texts.create);
  await look('new-speaker');
  const created = page.locator('.new-record');
  await act(created.getByLabel(texts.kind).selectOption(texts.person));
  await act(created.getByRole('button', { name: texts.create }).click());
  await act(field(texts.when).fill(texts.date));
  await choose(texts.place, 'tal shihab', /Tal Shihab|تل شهاب/);
  await look('full-form');
  await act(page.getByRole('button', { name: texts.save, exact: true }).click());
  await page.getByRole('link', { name: texts.see }).waitFor();
  await look('saved');
  await act(page.locator('.saved .record-link').first().click());
  const assess = form(texts.assess);
  await act(assess.locator('summary').click());
  await act(assess.getByLabel(texts.status).selectOption({ index: 2 }));
  await act(assess.getByLabel(texts.credibility).selectOption({ index: 3 }));
  await act(assess.getByLabel(texts.why).fill('One speaker, who was there.'));
  await look('assess');
  await act(assess.locator('button[type="submit"]').click());
  await assess.getByText(texts.done).waitFor();
  const linking = form(texts.link);
  await act(linking.locator('summary').click());
  await act(linking.getByLabel(texts.linkKind).selectOption({ index: 1 }));
  await choose(texts.other, 'western rural', /western rural/);
  await act(linking.getByLabel(texts.why).fill('The same place and week.'));
  await look('link');
  await act(linking.locator('button[type="submit"]').click());
  await linking.getByText(texts.done).waitFor();
  await page.locator('.map .sign').first().waitFor();
  await page.locator('.map').scrollIntoViewIfNeeded();
  await look('map');
  const seconds = ((Date.now() - started) / 1_000).toFixed(0);
  console.log(`${actions} actions in ${seconds} s, without the time to think.`);
} catch (error) {
  await browser
    .contexts()[0]
    ?.pages()[0]
    ?.screenshot({ path: `${folder}/failed.png` });
  throw error;
} finally {
  await browser.close();
}
