import { maxNameLength } from '../read/cells.ts';

/**
 * What a piece of `source_original` seems to be:
 *
 * - LISTED: an outlet of the outlet table, or an office that the row itself names.
 * - ACRONYM: a name in capitals, such as UNAMA.
 * - OUTLET: an unlisted outlet or monitor, by a word in its name.
 * - BODY: an authority or organisation, such as "interior ministry".
 * - GROUP: several people, such as "local residents".
 * - BYSTANDER: one unnamed person who speaks for nobody, such as "a nurse".
 * - OFFICE: the role of one person, such as "mayor of Odra".
 * - TITLED: a name with a title, such as "General Ben Sample".
 * - NAME: another name, of anybody or anything.
 * - FRAGMENT: anything else, such as "security" in "security and medical sources".
 */
export type OriginKind =
  | 'LISTED'
  | 'ACRONYM'
  | 'OUTLET'
  | 'BODY'
  | 'GROUP'
  | 'BYSTANDER'
  | 'OFFICE'
  | 'TITLED'
  | 'NAME'
  | 'FRAGMENT';

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const groupWords = listOf(`
  sources source witnesses eyewitnesses residents locals activists medics officials police army
  military militants rebels insurgents authorities relatives survivors villagers civilians fighters
  soldiers troops journalists reporters doctors nurses paramedics staff taleban taliban government
  opposition protesters protestors media forces people families refugees prisoners militia militias
  rescuers workers elders leaders members monitors neighbours neighbors parents students
  officers spokesmen spokespeople spokespersons volunteers farmers traders gendarmerie
`);

const bystanderWords = listOf(`
  witness eyewitness resident doctor nurse medic paramedic activist survivor relative villager
  farmer neighbour neighbor shopkeeper driver refugee student teacher responder volunteer worker
  lawyer local father mother brother sister son daughter wife husband civilian
`);

const officeWords = listOf(`
  spokesman spokeswoman spokesperson mayor governor head chief director commander deputy minister
  president chairman chairwoman chair chairperson secretary coordinator administrator
  representative official officer leader member founder editor correspondent reporter journalist
  judge prosecutor attorney ambassador general colonel major captain commissioner manager
  superintendent inspector sheikh imam priest bishop senator adviser advisor envoy fighter soldier
  policeman source
`);

const outletWords = listOf(`
  news agency radio tv television channel post times press network observatory watch newspaper
  daily dailies tribune herald gazette website report reporters journal monitor media live
  broadcaster twitter facebook telegram youtube magazine chronicle database
`);

const bodyWords = listOf(`
  ministry department police army government council committee administration hospital commission
  union party command brigade office authority agency crescent cross defence defense service
  mission court bureau organisation organization association institute centre center front
`);

/** Words that do not make a name, however they are written. */
const plainWords = listOf(`
  a an the and or national local state official public international first second other
`);

const titles = listOf(`
  mr mrs ms dr prof sir general gen colonel col lieutenant lt major maj captain capt sergeant sgt
  brigadier brig admiral president minister governor mayor sheikh imam senator judge
`);

const outletRole =
  /\b(correspondents?|reporters?|editor|journalists?|director|founder|bureau|its|their|own)\b/i;

/** Whether a role is one in an outlet. Beside that outlet, it is not a second speaker. */
export const isOfOutlet = (text: string): boolean => outletRole.test(text);

/** Whether a role says of what, as in "mayor of Odra" or "governor’s spokesman". */
export const hasComplement = (text: string): boolean => /\s(of|for|at|in)\s|['’]s\s/i.test(text);

/** Words that continue what is said before them: "Reuters, citing police". */
const continuation = new RegExp(
  '^(citing|quoting|quoted|reported|said|speaking|confirmed|according to|as|via|through|from|' +
    'who|whose|whom|which|that|including|among|such as|one of|some of|also|but|with|then)\\s',
  'i',
);

/** What a piece seems to be. */
export function originKindOf(written: string, isListed: (name: string) => boolean): OriginKind {
  if (written.length > maxNameLength) return 'FRAGMENT';
  const text = written.replace(/\s*(\([^)]*\)|\[[^\]]*\])/g, '').trim() || written;
  if (isListed(written) || isListed(text)) return 'LISTED';
  if (continuation.test(text)) return 'FRAGMENT';
  if (/^[A-Z][A-Z0-9.&-]{1,9}$|^\d+[A-Z]{2,}$/.test(text)) return 'ACRONYM';
  const words = text.match(/[\p{L}\d][\p{L}\p{M}\d’'.-]*/gu) ?? [];
  const plain = words.map((word) => word.toLowerCase().replace(/\.+$/, ''));
  const phrase =
    text.split(/\s(?:of|for|in|at|from|to|near|on|with|against|close|who)\s/i)[0] ?? '';
  const head = phrase.toLowerCase().match(/[\p{L}-]+(?=[^\p{L}]*$)/u)?.[0] ?? '';
  const isNamed = words.some(
    (word, i) => /^\p{Lu}/u.test(word) && !isOrdinary(plain[i] ?? '') && i > 0,
  );
  const startsAsName = /^\p{Lu}|^(the|al|an)[\s-]\p{Lu}/u.test(text);
  if (titles.has(plain[0] ?? '') && words.length > 1 && /^\p{Lu}/u.test(words.at(-1) ?? ''))
    if (!officeWords.has(head) && !groupWords.has(head)) return 'TITLED';
  if (officeWords.has(head) && !groupWords.has(head)) return 'OFFICE';
  if (bystanderWords.has(head)) return 'BYSTANDER';
  if (startsAsName && isOutletName(plain)) return 'OUTLET';
  if (groupWords.has(head)) return head === 'source' && words.length < 2 ? 'FRAGMENT' : 'GROUP';
  if (bodyWords.has(head) && (isNamed || words.length > 1)) return 'BODY';
  return /^\p{Lu}/u.test(text) ? 'NAME' : 'FRAGMENT';
}

const isOrdinary = (word: string): boolean => plainWords.has(word);

/** A word for an outlet beside a name: "Euphrates Post", but not "National Radio". */
const isOutletName = (words: readonly string[]): boolean =>
  words.some((word) => /^[\w-]+\.(com|org|net|info)$/.test(word)) ||
  (words.some((word) => outletWords.has(word)) &&
    words.some((word) => !outletWords.has(word) && !bodyWords.has(word) && !isOrdinary(word)));
