import type { ClosedList } from '@claimgraph/sdk/lists';
import { isKnown, valuesOf } from '@claimgraph/sdk/lists';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../words/language.ts';

interface ChoiceProps<Value extends string> {
  list: ClosedList<Value>;
  values: readonly Value[];
  legend: string;
  /** What is shown when nothing is chosen. */
  any: string;
  onChange: (values: Value[]) => void;
}

/** Chooses values of a closed list. It closes by Escape, and when something else is used. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { list, values, legend, any, onChange } = props;
  const { label } = useLanguage();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (details.current && !details.current.contains(target as Node))
        details.current.open = false;
    };
    addEventListener('pointerdown', closeOutside);
    return () => removeEventListener('pointerdown', closeOutside);
  }, []);
  return (
    <details
      className="choice"
      ref={details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current) return;
        details.current.open = false;
        details.current.querySelector('summary')?.focus();
      }}
    >
      <summary>
        <span className="visually-hidden">{legend}: </span>
        {values.length ? values.map((value) => label(list, value)).join(', ') : any}
      </summary>
      <fieldset>
        <legend>{legend}</legend>
        {valuesOf(list).map((value) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={({ target }) =>
                onChange(
                  target.checked
                    ? [...values, value]
                    : values.filter((each) => each !== value && isKnown(list, each)),
                )
              }
            />{' '}
            {label(list, value)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
