const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Characters segmented at a time. The time of the segmenter grows with the square of its text. */
const partLength = 500;

/** The number of words of a text, by Unicode word boundaries (UAX 29), without punctuation. */
export function wordCount(text: string): number {
  let count = 0;
  let length = partLength;
  for (let start = 0; start < text.length; ) {
    let last: Intl.SegmentData | undefined;
    for (const segment of words.segment(text.slice(start, start + length))) {
      if (last?.isWordLike) count += 1;
      last = segment;
    }
    if (!last || start + length >= text.length) return count + (last?.isWordLike ? 1 : 0);
    // The last segment may go on in the next part, which begins with it.
    start += last.index;
    length = last.index === 0 ? 2 * length : partLength;
  }
  return count;
}
