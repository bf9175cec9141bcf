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
  ['LOOTING', ['loot', 'theft', 'steal', 'pillage', 'pillaging', 'plunder', 'robbery']],
  ['DISPLACEMENT', ['displace', 'flee', 'fled', 'evacuated', 'evacuation', 'expulsion', 'idp']],
  ['RETURN', ['return', 'repatriation']],
  [
    'DESTRUCTION',
    ['destruction', 'destroyed', 'demolition', 'demolish', 'burning', 'arson', 'property damage'],
  ],
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
  [
    'CASUALTIES',
    [
      'casualty',
      'casualties',
      'killing',
      'killed',
      'death',
      'injury',
      'injured',
      'fatality',
      'fatalities',
      'murder',
    ],
  ],
  ['SIEGE', ['siege', 'besieged', 'blockade', 'encircle']],
  ['WITHDRAWAL', ['withdraw', 'retreat', 'pull out']],
  ['TERRITORIAL_CONTROL', ['control', 'checkpoint', 'base established']],
  [
    'ADVANCE',
    ['advance', 'offensive', 'capture', 'seizure', 'seized', 'regains territory', 'overtakes'],
  ],
  [
    'MOBILISATION',
    ['mobilisation', 'mobilised', 'mobilization', 'mobilized', 'recruit', 'conscript'],
  ],
  ['DEPLOYMENT', ['deploy', 'reinforce', 'convoy', 'movement of forces']],
  ['NEGOTIATION', ['negotiation', 'talks', 'meeting']],
  ['AGREEMENT', ['agreement', 'truce', 'ceasefire', 'cease fire', 'reconciliation', 'surrender']],
  ['HUMANITARIAN_SITUATION', ['humanitarian', 'aid', 'food', 'water', 'health', 'shelter']],
  ['RELATION', ['alliance', 'merger', 'split', 'defect']],
];
