import type { ClaimKind } from '../../claims/claim.enums.ts';

/**
 * Words that mean a kind of claim in a table’s column of types, by which `guessMapping` translates
 * its values. The first kind whose word is in the value is taken, so narrower words come first. A
 * word may go on: `bomb` is also in "bombing". docs/import.md shows this table.
 */
export const kindWords: readonly [kind: ClaimKind, words: readonly string[]][] = [
  ['CHEMICAL_ATTACK', ['chemical', 'chlorine', 'sarin', 'gas attack']],
  ['AIRSTRIKE', ['air strike', 'airstrike', 'air raid', 'air attack', 'aerial', 'drone', 'barrel']],
  ['SHELLING', ['shell', 'artillery', 'mortar', 'rocket', 'missile', 'bombardment']],
  ['BOMBING', ['bomb', 'explosion', 'explosive', 'ied', 'landmine', 'mine', 'grenade', 'suicide']],
  ['PROTEST', ['protest', 'demonstration', 'march', 'sit in', 'rally']],
  ['RIOT', ['riot', 'mob', 'violent demonstration']],
  ['CLASH', ['clash', 'battle', 'fight', 'combat', 'firefight', 'skirmish', 'ambush']],
  ['ABDUCTION', ['abduct', 'kidnap', 'disappear', 'hostage']],
  ['DETENTION', ['detain', 'detention', 'arrest', 'prison']],
  ['LOOTING', ['loot', 'theft', 'steal', 'pillag', 'plunder', 'robbery']],
  ['DISPLACEMENT', ['displace', 'flee', 'fled', 'evacuat', 'expulsion', 'idp']],
  ['RETURN', ['return', 'repatriat']],
  ['DESTRUCTION', ['destr', 'demolition', 'demolish', 'burning', 'arson', 'property damage']],
  [
    'VIOLENCE_AGAINST_CIVILIANS',
    [
      'violence against civilians',
      'attack on civilians',
      'execution',
      'massacre',
      'sexual',
      'rape',
    ],
  ],
  ['CASUALTIES', ['casualt', 'killing', 'killed', 'death', 'injur', 'fatalit', 'murder']],
  ['SIEGE', ['siege', 'besieg', 'blockade', 'encircle']],
  ['WITHDRAWAL', ['withdraw', 'retreat', 'pull out']],
  ['TERRITORIAL_CONTROL', ['control', 'checkpoint', 'base established']],
  ['ADVANCE', ['advance', 'offensive', 'capture', 'seiz', 'regains territory', 'overtakes']],
  ['MOBILISATION', ['mobilis', 'mobiliz', 'recruit', 'conscript']],
  ['DEPLOYMENT', ['deploy', 'reinforce', 'convoy', 'movement of forces']],
  ['NEGOTIATION', ['negotiat', 'talks', 'meeting']],
  ['AGREEMENT', ['agreement', 'truce', 'ceasefire', 'cease fire', 'reconciliation', 'surrender']],
  ['HUMANITARIAN_SITUATION', ['humanitarian', 'aid', 'food', 'water', 'health', 'shelter']],
  ['RELATION', ['alliance', 'merger', 'split', 'defect']],
];
