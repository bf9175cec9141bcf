import { describe, expect, test } from '@jest/globals';
import { eventsOf } from './events.ts';
import { markOf } from './mark.testing.ts';
import { isNotSaidToHaveHappened } from './mark.ts';

const events = (claims: Parameters<typeof eventsOf>[0]) =>
  eventsOf(claims, isNotSaidToHaveHappened).map((event) => event.claims.map(({ id }) => id));

describe('events', () => {
  test('join claims that links say are about the same, also through others', () => {
    const [a, b, c, d] = [markOf(), markOf(), markOf(), markOf()];
    const ab = { from: { id: a.id }, to: { id: b.id } };
    const bc = { from: { id: c.id }, to: { id: b.id } };
    const linked = [{ ...a, links: [ab] }, { ...b, links: [ab, bc] }, { ...c, links: [bc] }, d];
    expect(events(linked)).toEqual([[a.id, b.id, c.id], [d.id]]);
  });

  test('ignore links to claims that are not shown', () => {
    const a = markOf();
    const link = { from: { id: a.id }, to: { id: markOf().id } };
    expect(events([{ ...a, links: [link] }])).toEqual([[a.id]]);
  });

  test('never join a fear with the claim that it happened', () => {
    const said = markOf();
    const feared = markOf({ modality: 'FEARED' });
    const link = { from: { id: said.id }, to: { id: feared.id } };
    expect(
      events([
        { ...said, links: [link] },
        { ...feared, links: [link] },
      ]),
    ).toHaveLength(2);
  });
});
