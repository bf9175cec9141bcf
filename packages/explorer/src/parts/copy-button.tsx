import { useState } from 'react';
import { useLanguage } from '../words/language.ts';
import { copyText } from './copy-text.ts';

/** Copies a text, and says that it did. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const { words } = useLanguage();
  const [state, setState] = useState<'copied' | 'failed'>();
  const copy = async () => {
    try {
      await copyText(text());
      setState('copied');
    } catch {
      setState('failed');
    }
    setTimeout(() => setState(undefined), 1_500);
  };
  const said = { copied: words.copied, failed: words.notCopied };
  return (
    <button type="button" className="quiet" onClick={() => void copy()}>
      <span aria-live="polite">{state ? said[state] : label}</span>
    </button>
  );
}
