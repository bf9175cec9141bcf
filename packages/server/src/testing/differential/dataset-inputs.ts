import { Dice, fuzzyDate, fuzzyInterval, nameText, text } from './dice.ts';

export type Type = 'Source' | 'Faction' | 'Location' | 'Report' | 'Claim';

/** The ids of the records written so far. */
export type WrittenIds = Record<Type, string[]>;

/** Random names, and external ids that are used only once. */
export class Names {
  private count = 0;

  constructor(private readonly dice: Dice) {}

  externalIds(): { system: string; value: string }[] {
    return this.dice.some(2, () => ({
      system: this.dice.one(['ucdp-event', 'ocha-pcode', 'wikidata', 'Ω']),
      value: `${this.dice.one(['a', 'B', 'é', '"'])}${++this.count}`,
    }));
  }
}

/** A random name. */
export const nameInput = (dice: Dice, written: WrittenIds) => ({
  text: nameText(dice),
  kind: dice.value('NameKind'),
  language: dice.maybe(() => dice.one(['ar', 'en-GB', 'ar-SY'])),
  script: dice.maybe(() => dice.one(['Arab', 'Latn'])),
  scheme: dice.maybe(() => 'OCHA "x"'),
  during: dice.maybe(() => fuzzyInterval(dice)),
  sourceId: written.Source.length > 0 ? dice.maybe(() => dice.one(written.Source)) : null,
});

/** A random report. */
export function reportInput(dice: Dice, names: Names, written: WrittenIds) {
  const body = dice.roll(3) > 0 ? `${text(dice)} ${text(dice)} They left.` : null;
  return {
    kind: dice.value('ReportKind'),
    title: dice.roll(3) === 0 ? nameText(dice) : text(dice),
    summary: dice.maybe(() => text(dice)),
    url: dice.maybe(() => `https://example.org/${dice.roll(6)}?a=%20b`),
    archivedUrl: dice.maybe(() => `https://example.org/${dice.roll(6)}`),
    publisherId: dice.maybe(() => dice.one(written.Source)),
    authorIds: dice.few(3, written.Source),
    published: dice.maybe(() => fuzzyDate(dice)),
    retrievedAt: dice.maybe(() =>
      dice.one(['2018-07-12T10:00:00.5Z', '2018-07-12T10:00:00+03:00', '2026-01-01T00:00:00.123Z']),
    ),
    language: dice.maybe(() => dice.one(['ar', 'en', 'en-GB', 'ar-SY', 'eng'])),
    body,
    bodyKind: body === null ? null : dice.value('BodyKind'),
    datelineId: dice.maybe(() => dice.one(written.Location)),
    externalIds: names.externalIds(),
    reprintOfId: written.Report.length > 0 ? dice.maybe(() => dice.one(written.Report)) : null,
  };
}

/** Random links, relations and affiliations between the records that `pick` chooses. */
export const followUps = (dice: Dice, written: WrittenIds, pick: (type: Type) => string) => ({
  link: () => ({
    fromId: pick('Claim'),
    toId: pick('Claim'),
    kind: dice.value('ClaimLinkKind'),
    rationale: text(dice),
    sharedOrigin: dice.value('Judgement'),
  }),
  relation: () => ({
    fromId: pick('Faction'),
    toId: pick('Faction'),
    kind: dice.value('FactionRelationKind'),
    during: dice.maybe(() => fuzzyInterval(dice)),
    claimIds: [pick('Claim'), ...dice.few(2, written.Claim)],
  }),
  affiliation: () => ({
    sourceId: pick('Source'),
    toId: dice.roll(2) === 0 ? pick('Faction') : pick('Source'),
    role: dice.maybe(() => text(dice)),
    during: dice.maybe(() => fuzzyInterval(dice)),
    claimIds: [pick('Claim'), ...dice.few(2, written.Claim)],
  }),
});
