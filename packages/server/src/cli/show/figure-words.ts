interface Figure {
  readonly min: number | null;
  readonly best: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
}

/** A figure as a range, without a middle value: "at least 6,000", "2 to 4, best estimate 3". */
export function figureWords({ min, best, max, approximate }: Figure): string {
  const isExact = min !== null && min === max;
  const range = isExact ? numberWords(min) : rangeWords(min, max);
  const estimate = best !== null && !isExact ? `best estimate ${numberWords(best)}` : '';
  const text = [range, estimate].filter(Boolean).join(', ') || 'no number stated';
  return approximate ? `about ${text}` : text;
}

function rangeWords(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `${numberWords(min)} to ${numberWords(max)}`;
  if (min !== null) return `at least ${numberWords(min)}`;
  return max !== null ? `at most ${numberWords(max)}` : '';
}

const numberWords = (value: number): string => value.toLocaleString('en');
