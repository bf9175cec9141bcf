import type { Names, WrittenIds } from './dataset-inputs.ts';
import { type Dice, fuzzyInterval, point, text } from './dice.ts';

/** A random claim. Its figures are valid: min ≤ best ≤ max, and at least one is set. */
export function claimInput(dice: Dice, names: Names, written: WrittenIds) {
  const faction = () => dice.one(written.Faction);
  const speaker = () => ({
    sourceId: dice.one(written.Source),
    capacity: dice.value('Capacity'),
    verb: dice.maybe(() => dice.one(['said', 'estimated', '"put"'])),
    reportId: dice.maybe(() => dice.one(written.Report)),
  });
  return {
    reportId: dice.one(written.Report),
    statement: text(dice),
    kind: dice.value('ClaimKind'),
    modality: dice.value('Modality'),
    language: dice.one(['en', 'ar', 'en-GB']),
    aggregate: dice.roll(3) === 0,
    occurred: dice.maybe(() => fuzzyInterval(dice)),
    attributions: [0, ...dice.some(1, (i) => i)].map(() => ({
      chain: [speaker(), ...dice.some(2, speaker)],
    })),
    places: dice.some(3, () => ({
      locationId: dice.one(written.Location),
      role: dice.value('PlaceRole'),
      geoPrecision: dice.maybe(() => dice.value('GeoPrecision')),
      basis: dice.value('Basis'),
      asWritten: dice.maybe(() => text(dice)),
      ...(dice.roll(2) === 0 && point(dice)),
    })),
    parties: dice.some(3, () => ({
      factionId: faction(),
      role: dice.value('PartyRole'),
      group: dice.maybe(() => dice.roll(3)),
      basis: dice.value('Basis'),
      asWritten: dice.maybe(() => text(dice)),
    })),
    quantities: dice.some(2, () => figure(dice, faction, dice.value('Measure'), 2)),
    citations: dice.some(2, () => ({
      reportId: dice.one(written.Report),
      locator: dice.maybe(() => text(dice)),
    })),
    externalIds: names.externalIds(),
    ...(dice.roll(3) === 0 && { passage: passage(dice) }),
  };
}

function figure(dice: Dice, faction: () => string, measure: string, parts: number): object {
  const [min, best, max] = [
    dice.roll(20),
    dice.roll(20),
    dice.one([dice.roll(50), 2_147_483_647]),
  ].sort((a, b) => a - b);
  const said = [
    { min, max },
    { min },
    { max },
    { best },
    { min, best, max },
    { min: best, max: best },
    { min, best },
    { best, max },
  ];
  return {
    measure,
    ...dice.one(said),
    approximate: dice.roll(2) === 0,
    asWritten: dice.maybe(() => text(dice)),
    ...(dice.roll(2) === 0 && {
      category: dice.value('PersonCategory'),
      factionId: dice.maybe(faction),
    }),
    ...(parts > 0 && { parts: dice.some(parts, () => figure(dice, faction, measure, 0)) }),
  };
}

/** Words that most bodies contain. Otherwise the write is refused. */
const passage = (dice: Dice) => ({
  quote: 'They left.',
  in: 'BODY',
  page: dice.maybe(() => 1 + dice.roll(300)),
  translation: dice.maybe(() => text(dice)),
});
