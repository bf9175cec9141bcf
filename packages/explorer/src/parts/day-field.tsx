import { useId, useState } from 'react';
import { dayOfTyped } from '../state/days.ts';
import { useLanguage } from '../words/language.ts';

interface DayFieldProps {
  label: string;
  value: string | undefined;
  /** Which day of a typed month or year is meant. */
  end: 'first' | 'last';
  onChange: (day: string | undefined) => void;
}

/** A day, typed as a year, a month or a day. */
export function DayField({ label, value, end, onChange }: DayFieldProps) {
  const { words } = useLanguage();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const text = draft ?? value ?? '';
  const isBad = draft !== undefined && draft.trim() !== '' && !dayOfTyped(draft, end);
  const accept = () => {
    if (draft === undefined || isBad) return;
    setDraft(undefined);
    const day = dayOfTyped(draft, end);
    if (day !== value) onChange(day);
  };
  return (
    <span className="day-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        size={10}
        dir="ltr"
        inputMode="numeric"
        placeholder={words.dayHint}
        value={text}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-problem` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={accept}
        onKeyDown={(event) => event.key === 'Enter' && accept()}
      />
      {isBad && (
        <span id={`${id}-problem`} className="problem" role="alert">
          {words.badDay}
        </span>
      )}
    </span>
  );
}
