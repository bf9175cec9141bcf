const small: Record<string, number> = {
  ...Object.fromEntries(
    (
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
      'fifteen sixteen seventeen eighteen nineteen'
    )
      .split(' ')
      .map((word, i) => [word, i]),
  ),
  ...Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'
      .split(' ')
      .map((word, i) => [word, (i + 2) * 10]),
  ),
  ...Object.fromEntries(
    'واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'
      .split(' ')
      .map((word, i) => [word, i + 1]),
  ),
  dozen: 12,
  عشرون: 20,
  مئة: 100,
  مئتان: 200,
  ألفان: 2_000,
};

const scales: Record<string, number> = {
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  مئة: 100,
  ألف: 1_000,
  آلاف: 1_000,
  مليون: 1_000_000,
};

/** Whether a number is said with a word such as "thousand". */
export const hasScale = (text: string): boolean =>
  text.split(/[ -]/).some((word) => word in scales || word === 'dozen');

/** What the API counts with. */
const maxCount = 2_147_483_647;

/**
 * A whole number of zero or more, in digits or words: `6,000`, `6 thousand`, `twenty-one`, `1.5
 * million`. Undefined: it is not one, such as "dozens", whose number nobody said.
 */
export function readNumber(text: string): number | undefined {
  const words = text
    .trim()
    .replace(/^(?:a|an) (?=dozen|hundred|thousand|million)/, '1 ')
    .replace(/(\d)[, '\u00a0\u202f٬](?=\d{3}(?!\d))/g, '$1')
    .split(/[ -]+/)
    .filter((word) => word !== 'and' && word !== '');
  if (words.length === 0 || /^\s*-|-\s*$/.test(text)) return undefined;
  let total = 0;
  let group: number | undefined;
  for (const word of words) {
    const scale = scales[word];
    const value = /^\d+(\.\d+)?$/.test(word) ? Number(word) : small[word];
    if (scale !== undefined && (group !== undefined || value === undefined)) {
      const scaled = (group ?? 1) * scale;
      if (scale === 100) group = scaled;
      else {
        total += scaled;
        group = undefined;
      }
    } else if (value === undefined) return undefined;
    else if (word === 'dozen') group = (group ?? 1) * 12;
    // Two digits in a row, such as "6 7", are two numbers.
    else if (group !== undefined && !(group % 10 === 0 && value < 10 && !/\d/.test(word)))
      if (group % 100 === 0 && value < 100 && !/\d/.test(word)) group += value;
      else return undefined;
    else group = (group ?? 0) + value;
  }
  const number = total + (group ?? 0);
  return Number.isInteger(number) && number <= maxCount ? number : undefined;
}
