import type { ClaimKind, PartyRole } from '../../claims/claim.enums.ts';
import type { FactionKind } from '../../factions/faction.enums.ts';
import type { GeoPrecision } from '../../values/enums.ts';

/** What an event type of ACLED means here: the kind of claim, and the roles of the two sides. */
export interface EventMeaning {
  kind: ClaimKind;
  first: PartyRole;
  second: PartyRole;
}

const bothTakePart = (kind: ClaimKind): EventMeaning => ({
  kind,
  first: 'PARTICIPANT',
  second: 'PARTICIPANT',
});
const firstAgainstSecond = (kind: ClaimKind): EventMeaning => ({
  kind,
  first: 'ACTOR',
  second: 'TARGET',
});

/**
 * By sub-event type of the codebook, in lower case. Where ACLED does not say which side acted, both
 * take part.
 */
export const subEventTypes: Record<string, EventMeaning> = {
  'armed clash': bothTakePart('CLASH'),
  'government regains territory': bothTakePart('ADVANCE'),
  'non-state actor overtakes territory': bothTakePart('ADVANCE'),
  'chemical weapon': firstAgainstSecond('CHEMICAL_ATTACK'),
  'air/drone strike': firstAgainstSecond('AIRSTRIKE'),
  'suicide bomb': firstAgainstSecond('BOMBING'),
  'shelling/artillery/missile attack': firstAgainstSecond('SHELLING'),
  'remote explosive/landmine/ied': firstAgainstSecond('BOMBING'),
  grenade: firstAgainstSecond('BOMBING'),
  attack: firstAgainstSecond('VIOLENCE_AGAINST_CIVILIANS'),
  'sexual violence': firstAgainstSecond('VIOLENCE_AGAINST_CIVILIANS'),
  'abduction/forced disappearance': firstAgainstSecond('ABDUCTION'),
  arrests: firstAgainstSecond('DETENTION'),
  'looting/property destruction': firstAgainstSecond('LOOTING'),
  'non-violent transfer of territory': bothTakePart('WITHDRAWAL'),
  'headquarters or base established': {
    kind: 'TERRITORIAL_CONTROL',
    first: 'CONTROLLER',
    second: 'PARTICIPANT',
  },
  agreement: bothTakePart('AGREEMENT'),
  'peaceful protest': bothTakePart('PROTEST'),
  'protest with intervention': bothTakePart('PROTEST'),
  'excessive force against protesters': bothTakePart('VIOLENCE_AGAINST_CIVILIANS'),
  'violent demonstration': bothTakePart('RIOT'),
  'mob violence': bothTakePart('RIOT'),
  'disrupted weapons use': bothTakePart('OTHER'),
  'change to group/activity': bothTakePart('OTHER'),
  other: bothTakePart('OTHER'),
};

/** What an unknown event type means. */
export const otherEvent = bothTakePart('OTHER');

/**
 * By event type, for files from before ACLED had sub-event types. A type that covers several kinds
 * is OTHER.
 */
export const eventTypes: Record<string, EventMeaning> = {
  battles: bothTakePart('CLASH'),
  'battle-no change of territory': bothTakePart('CLASH'),
  'battle-government regains territory': bothTakePart('ADVANCE'),
  'battle-non-state actor overtakes territory': bothTakePart('ADVANCE'),
  'headquarters or base established': {
    kind: 'TERRITORIAL_CONTROL',
    first: 'CONTROLLER',
    second: 'PARTICIPANT',
  },
  'non-violent transfer of territory': bothTakePart('WITHDRAWAL'),
  'violence against civilians': firstAgainstSecond('VIOLENCE_AGAINST_CIVILIANS'),
  'explosions/remote violence': firstAgainstSecond('OTHER'),
  'remote violence': firstAgainstSecond('OTHER'),
  protests: bothTakePart('PROTEST'),
  riots: bothTakePart('RIOT'),
  'strategic developments': bothTakePart('OTHER'),
  'strategic development': bothTakePart('OTHER'),
};

interface ActorKind {
  kind: FactionKind;
  collective: boolean;
}

/** `inter1` and `inter2`: a position in this list (from 1) in older files, a word in newer ones. */
const interCodes: readonly (ActorKind & { word: string })[] = [
  { word: 'state forces', kind: 'STATE_FORCES', collective: false },
  { word: 'rebel group', kind: 'REBEL_GROUP', collective: false },
  { word: 'political militia', kind: 'MILITIA', collective: false },
  { word: 'identity militia', kind: 'MILITIA', collective: false },
  { word: 'rioters', kind: 'UNKNOWN', collective: true },
  { word: 'protesters', kind: 'UNKNOWN', collective: true },
  { word: 'civilians', kind: 'CIVILIANS', collective: true },
  { word: 'external/other forces', kind: 'UNKNOWN', collective: false },
];

const withoutPlural = (text: string): string => text.replace(/s$/, '');

const interCodeOf = (inter: string) => {
  const code = inter.trim().toLowerCase();
  return interCodes.find(
    ({ word }, i) => code === String(i + 1) || withoutPlural(word) === withoutPlural(code),
  );
};

/** The word for a code of an actor, in lower case. Undefined: the codebook has no such code. */
export const interWordOf = (inter: string): string | undefined => interCodeOf(inter)?.word;

/** The kind of an actor by its code and, if that leaves it open, by its name. */
export function actorKindOf(inter: string, name: string): ActorKind {
  const byCode = interCodeOf(inter);
  const isCollective = /^(unidentified|civilians|protesters|rioters)\b/i.test(name);
  if (byCode?.kind === 'UNKNOWN' && /^(military|police) forces of /i.test(name))
    return { kind: 'FOREIGN_STATE', collective: false };
  if (byCode) return { kind: byCode.kind, collective: byCode.collective || isCollective };
  return { kind: /^civilians\b/i.test(name) ? 'CIVILIANS' : 'UNKNOWN', collective: isCollective };
}

/** ACLED's `geo_precision`: 1 the town itself, 2 the area around it, 3 a larger region. */
export const geoPrecisions: Record<string, GeoPrecision> = {
  '1': 'EXACT',
  '2': 'WITHIN_25_KM',
  '3': 'GOVERNORATE',
};
