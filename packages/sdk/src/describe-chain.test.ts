import { expect, test } from '@jest/globals';
import { describeChain } from './describe-chain.ts';

const speaker = (name: string, capacity = 'RELAY', verb: string | null = null) => ({
  capacity,
  verb,
  source: { name },
});
const [witness, outlet] = [speaker('A witness', 'WITNESS'), speaker('An outlet')];
const coder = speaker('UCDP', 'ANALYST', 'coded');

test.each([
  ['A witness', [witness]],
  ['A witness → An outlet', [witness, outlet]],
  ['coded by UCDP from A witness → An outlet', [witness, outlet, coder]],
  ['coded by UCDP', [coder]],
  ['(coded by UCDP from A witness) → An outlet', [witness, coder, outlet]],
  ['concluded by A monitor from A witness', [witness, speaker('A monitor', 'ANALYST', 'says')]],
  ['A monitor', [speaker('A monitor', 'ANALYST')]],
  ['', []],
])('a chain reads "%s"', (text, chain) => expect(describeChain(chain)).toBe(text));
