import { hasComplement, isOfOutlet, type OriginKind } from './origin-kinds.ts';

/** A piece of a cell, and the separator before it. */
export interface OriginPiece {
  text: string;
  kind: OriginKind | 'PERSON';
  separator: string;
  /** Whether it is one speaker for sure. */
  isSure: boolean;
}

const isName = ({ kind }: OriginPiece): boolean => kind === 'NAME' || kind === 'TITLED';
const isRole = ({ kind }: OriginPiece): boolean => kind === 'OFFICE' || kind === 'BYSTANDER';

/** A name and its role, or a role and its name. */
export const isApposition = (
  one: OriginPiece | undefined,
  other: OriginPiece | undefined,
): boolean =>
  one !== undefined &&
  other?.separator === ', ' &&
  ((isName(one) && isRole(other)) || (isRole(one) && isName(other)));

/** Whether two neighbouring pieces are two speakers for sure. */
export function areTwo(one: OriginPiece, other: OriginPiece): boolean {
  if (!one.isSure) return false;
  return other.separator.startsWith(',') ? areTwoAtComma(one, other) : areTwoAtAnd(one, other);
}

const has = (kinds: readonly OriginPiece['kind'][], { kind }: OriginPiece): boolean =>
  kinds.includes(kind);
const outlets: OriginPiece['kind'][] = ['LISTED', 'ACRONYM', 'OUTLET'];

function areTwoAtComma(one: OriginPiece, other: OriginPiece): boolean {
  const [isOutlet, isOtherOutlet] = [has(outlets, one), has(outlets, other)];
  const isWhole = isOutlet || has(['GROUP'], one);
  if (has(['FRAGMENT', 'NAME'], one) || has(['FRAGMENT', 'NAME'], other)) return false;
  if (has(['OUTLET'], one) && isRole(other)) return false;
  if (isWhole && has(['OFFICE'], other)) return hasComplement(other.text) || isQualified(other);
  if (has(['PERSON'], one) && has(['PERSON'], other)) return true;
  if (has(['PERSON', 'TITLED'], other)) return isOutlet && !isOfOutlet(other.text);
  if (has(['PERSON', 'OFFICE'], one))
    return hasComplement(one.text) && !isOfOutlet(one.text) && has(['GROUP', 'LISTED'], other);
  if (has(['TITLED'], one)) return false;
  if (has(['BYSTANDER'], one)) return isOtherOutlet || has(['GROUP', 'BODY'], other);
  if (has(['BYSTANDER'], other)) return isWhole || has(['BODY'], one);
  if (has(['BODY'], one)) return isOtherOutlet || (has(['GROUP'], other) && !isStaff(other.text));
  if (has(['BODY'], other)) return isWhole && !isStaff(one.text);
  return isWhole && (isOtherOutlet || has(['GROUP'], other));
}

/** Whether a role has words beside it that say whose it is: "Turkish military spokesman". */
const isQualified = ({ text }: OriginPiece): boolean =>
  !isOfOutlet(text) && text.replace(/^(an?|the)\s+/i, '').split(' ').length > 1;

/** Whether a group may be that of the body beside it: "officials, Interior Ministry". */
const isStaff = (text: string): boolean =>
  /\b(officials|sources?|staff|spokes\w+|officers|members|workers|leaders)\b/i.test(text);

/** "A and B" is never a name and its role. It may be one name, or two adjectives of one noun. */
function areTwoAtAnd(one: OriginPiece, other: OriginPiece): boolean {
  if (has(['LISTED'], one) || has(['LISTED'], other)) return true;
  if (has(['FRAGMENT'], one) || has(['FRAGMENT'], other)) return false;
  if (has(['BODY'], one) && hasComplement(one.text)) return false;
  if (has(['GROUP'], other))
    return !isAdjective(one.text) && has(['GROUP', 'OFFICE', 'BYSTANDER', 'PERSON'], one);
  if (isRole(one) && (isRole(other) || isAdjective(one.text))) return false;
  if (has(['NAME'], one) || has(['NAME'], other))
    return isRole(one) || isRole(other) || has(['GROUP'], one);
  return true;
}

/** Whether a text may describe the noun after "and": "military and civilian sources". */
const isAdjective = (text: string): boolean => !/\s/.test(text) && !/s$/i.test(text);
