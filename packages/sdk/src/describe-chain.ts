/** What `describeChain` needs of a speaker. */
export interface ChainSpeaker {
  capacity: string;
  /** How it put the claim, such as "coded". Null or left out: not recorded. */
  verb?: string | null;
  source: { name: string };
}

/**
 * A chain of speakers in words, from the first speaker to the one that was read: "A witness → An
 * outlet". An analyst concluded the claim from what others said, and passed nothing on, so it is
 * named first: "coded by UCDP from SOHR".
 */
export function describeChain(chain: readonly ChainSpeaker[]): string {
  return chain.reduce((before, { capacity, verb, source: { name } }, i) => {
    const isAnalyst = capacity === 'ANALYST' && (i > 0 || Boolean(verb));
    if (!isAnalyst) return i === 0 ? name : `${before} → ${name}`;
    const coded = `${verb && /ed$/.test(verb) ? verb : 'concluded'} by ${name}`;
    const text = i === 0 ? coded : `${coded} from ${before}`;
    return i < chain.length - 1 ? `(${text})` : text;
  }, '');
}
