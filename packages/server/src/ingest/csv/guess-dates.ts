import { type DateForm, dateForms, parseDate } from '../read/dates.ts';
import { withAsciiDigits, withoutTextMark } from '../read/numbers.ts';

/** Called with what a person has to check. */
export type NoteGuess = (note: string) => void;

/**
 * The form in which most dates can be read. Dates such as 25/06/2018 show which part is the day. If
 * all fit both orders, as 03/04/2018 does, the day is taken to come first, with a note.
 */
export function guessDateForm(texts: readonly string[], note: NoteGuess): DateForm {
  const digits = texts.map((text) => withoutTextMark(withAsciiDigits(text)));
  const separator = digits
    .map((text) => /^\d{1,2}([-/.])\d{1,2}\1\d{4}/.exec(text)?.[1])
    .find(Boolean);
  const forms = dateForms.filter(
    (form) => !separator || !/^(DD|MM)/.test(form) || form.includes(separator),
  );
  const read = (form: DateForm) => digits.filter((text) => parseDate(text, form)).length;
  const counts = new Map(forms.map((form) => [form, read(form)]));
  const countOf = (form: DateForm) => counts.get(form) ?? 0;
  const best = forms.reduce((one, other) => (countOf(other) > countOf(one) ? other : one));
  const rival = forms.find(
    (form) => best.startsWith('DD') && form === `MM${best[2]}DD${best[2]}YYYY`,
  );
  if (rival && countOf(rival) === countOf(best))
    note(`All dates can be read as ${best} and as ${rival}. ${best} was taken: check it.`);
  else if (rival && countOf(rival) > countOf('YYYY-MM-DD'))
    noteMixedForms(digits, best, rival, note);
  return best;
}

function noteMixedForms(
  texts: readonly string[],
  best: DateForm,
  rival: DateForm,
  note: NoteGuess,
): void {
  const odd = texts.find((text) => parseDate(text, rival) && !parseDate(text, best));
  if (odd !== undefined)
    note(`Most dates are ${best}, but ${odd.slice(0, 40)} can only be read as ${rival}.`);
}
