import { useState } from 'react';
import { useLanguage } from '../words/language.ts';

/** Copies a text, and says that it did. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const { words } = useLanguage();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 1_500);
  };
  return (
    <button type="button" className="quiet" onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? words.copied : label}</span>
    </button>
  );
}
