import { type FormatOptions, languageOf } from './format-words.ts';

/** The part of a speaker that the wording of a chain uses. */
export interface ChainSpeaker {
  /** The part that it had, such as `WITNESS`. An `ANALYST` is worded in a way of its own. */
  readonly capacity: string;
  /** How it put the claim, such as "coded". Null or left out: not recorded. */
  readonly verb?: string | null | undefined;
  /** Who spoke. */
  readonly source: { readonly name: string };
}

/** How to word a chain. */
export interface ChainOptions<Speaker> extends FormatOptions {
  /** Names a speaker, such as with its role. Default: the name of its source. */
  readonly nameOf?: ((speaker: Speaker) => string) | undefined;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/**
 * Words a chain of speakers, from the first speaker to the one that was read: "A witness → An
 * outlet". An analyst concluded the claim from what others said, and passed nothing on, so it is
 * named first: "coded by UCDP from SOHR".
 */
export function formatChain<Speaker extends ChainSpeaker>(
  chain: readonly Speaker[],
  options?: ChainOptions<Speaker>,
): string {
  const [say] = languageOf(options);
  return chain.reduce((before, speaker, i) => {
    const { capacity, verb, source } = speaker;
    const name = options?.nameOf?.(speaker) ?? source.name;
    if (capacity !== 'ANALYST' || !(i || verb)) {
      // Between names that are written from right to left, an arrow would point at the first one.
      const arrow = rightToLeft.test(before + name) ? ' via ' : ' → ';
      return i ? before + say(arrow, ' عبر ') + name : name;
    }
    const act = verb && /^[a-z]+ed$/i.test(verb) ? verb : 'concluded';
    let text = say(`${act} by `, verb === 'coded' ? 'ترميز ' : 'استنتاج ') + name;
    if (i) text += say(' from ', ' عن ') + before;
    return chain[i + 1] ? `(${text})` : text;
  }, '');
}
