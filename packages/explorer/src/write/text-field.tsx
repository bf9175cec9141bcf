import type { Issue } from '@claimgraph/sdk';
import { useId } from 'react';
import { Problems, problemsId, useProblems } from './problems.tsx';

interface TextFieldProps {
  label: string;
  at: Issue['path'];
  value: string;
  hint?: string;
  rows?: number;
  dir?: 'ltr';
  className?: string;
  onChange: (text: string) => void;
}

/** A text with its label, its hint, and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { label, at, value, hint, rows, dir = 'auto', className = '', onChange } = props;
  const id = useId();
  const isWrong = useProblems(at).length > 0;
  const common = {
    id,
    // An empty field has the direction of its hint, which is in the language of the page.
    dir: value || dir === 'ltr' ? dir : undefined,
    value,
    placeholder: hint,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? problemsId(at) : undefined,
  };
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...common} rows={rows} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...common} onChange={({ target }) => onChange(target.value)} />
      )}
      <Problems at={at} />
    </div>
  );
}
