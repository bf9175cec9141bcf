import type { ClaimKind, PartyRole } from '../../claims/claim.enums.ts';
import type { FactionKind } from '../../factions/faction.enums.ts';
import type { GeoPrecision } from '../../values/enums.ts';

/** What a sub-event type of ACLED's codebook becomes: the kind of the claim, and what the two sides are to it. */
interface Meaning {
  kind: ClaimKind;
  first: PartyRole;
  second: PartyRole;
}

const together = (kind: ClaimKind): Meaning => ({
  kind,
  first: 'PARTICIPANT',
  second: 'PARTICIPANT',
});
const against = (kind: ClaimKind): Meaning => ({ kind, first: 'ACTOR', second: 'TARGET' });

/** By sub-event type, in lower case. Where ACLED does not order the two sides by who did it, both take part. */
export const subEvents: Record<string, Meaning> = {
  'armed clash': together('CLASH'),
  'government regains territory': together('ADVANCE'),
  'non-state actor overtakes territory': together('ADVANCE'),
  'chemical weapon': against('CHEMICAL_ATTACK'),
  'air/drone strike': against('AIRSTRIKE'),
  'suicide bomb': against('BOMBING'),
  'shelling/artillery/missile attack': against('SHELLING'),
  'remote explosive/landmine/ied': against('BOMBING'),
  grenade: against('BOMBING'),
  attack: against('VIOLENCE_AGAINST_CIVILIANS'),
  'sexual violence': against('VIOLENCE_AGAINST_CIVILIANS'),
  'abduction/forced disappearance': against('ABDUCTION'),
  arrests: against('DETENTION'),
  'looting/property destruction': against('LOOTING'),
  'non-violent transfer of territory': together('WITHDRAWAL'),
  'headquarters or base established': {
    kind: 'TERRITORIAL_CONTROL',
    first: 'CONTROLLER',
    second: 'PARTICIPANT',
  },
  agreement: together('AGREEMENT'),
  'peaceful protest': together('PROTEST'),
  'protest with intervention': together('PROTEST'),
  'excessive force against protesters': together('VIOLENCE_AGAINST_CIVILIANS'),
  'violent demonstration': together('RIOT'),
  'mob violence': together('RIOT'),
  'disrupted weapons use': together('OTHER'),
  'change to group/activity': together('OTHER'),
  other: together('OTHER'),
};

/** By event type, for files older than sub-event types. What one of them does not tell apart stays OTHER. */
export const events: Record<string, Meaning> = {
  battles: together('CLASH'),
  'battle-no change of territory': together('CLASH'),
  'battle-government regains territory': together('ADVANCE'),
  'battle-non-state actor overtakes territory': together('ADVANCE'),
  'headquarters or base established': {
    kind: 'TERRITORIAL_CONTROL',
    first: 'CONTROLLER',
    second: 'PARTICIPANT',
  },
  'non-violent transfer of territory': together('WITHDRAWAL'),
  'violence against civilians': against('VIOLENCE_AGAINST_CIVILIANS'),
  'explosions/remote violence': against('OTHER'),
  'remote violence': against('OTHER'),
  protests: together('PROTEST'),
  riots: together('RIOT'),
  'strategic developments': together('OTHER'),
  'strategic development': together('OTHER'),
};

interface Side {
  kind: FactionKind;
  collective: boolean;
}

/** `inter1` and `inter2`: numbers in older files, words in newer ones. */
const sides: Record<string, Side> = {
  '1': { kind: 'STATE_FORCES', collective: false },
  '2': { kind: 'REBEL_GROUP', collective: false },
  '3': { kind: 'MILITIA', collective: false },
  '4': { kind: 'MILITIA', collective: false },
  '5': { kind: 'UNKNOWN', collective: true },
  '6': { kind: 'UNKNOWN', collective: true },
  '7': { kind: 'CIVILIANS', collective: true },
  '8': { kind: 'UNKNOWN', collective: false },
};
const words = [
  'state forces',
  'rebel group',
  'political militia',
  'identity militia',
  'rioters',
  'protesters',
  'civilians',
  'external/other forces',
];

/** What an actor is, by its code and, where that leaves it open, by its name. */
export function sideOf(inter: string, name: string): Side {
  const code = inter.trim().toLowerCase();
  const plural = words.findIndex((word) => word.replace(/s$/, '') === code.replace(/s$/, ''));
  const found = sides[plural >= 0 ? String(plural + 1) : code];
  const several = /^(unidentified|civilians|protesters|rioters)\b/i.test(name);
  if (found?.kind === 'UNKNOWN' && /^(military|police) forces of /i.test(name))
    return { kind: 'FOREIGN_STATE', collective: false };
  if (found) return { kind: found.kind, collective: found.collective || several };
  return { kind: /^civilians\b/i.test(name) ? 'CIVILIANS' : 'UNKNOWN', collective: several };
}

/** ACLED's `geo_precision`: 1 the town itself, 2 a part of a region near it, 3 a region. */
export const geoPrecisions: Record<string, GeoPrecision> = {
  '1': 'EXACT',
  '2': 'WITHIN_25_KM',
  '3': 'GOVERNORATE',
};
