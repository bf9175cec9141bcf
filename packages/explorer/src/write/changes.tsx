import { useWritingWords } from '../words/writing.ts';

/** One difference between two versions, in words. */
export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

interface ChangesProps {
  changes: readonly Change[];
  /** What the two versions are called. */
  titles: { readonly before: string; readonly after: string };
}

/** Differences between two versions, side by side. */
export function Changes({ changes, titles }: ChangesProps) {
  const words = useWritingWords();
  if (changes.length === 0) return <p className="aside">{words.unchanged}</p>;
  return (
    <dl className="facts changes-of-fields">
      {changes.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="aside">{titles.before}</span> <del dir="auto">{before}</del>
          </dd>
          <dd>
            <span className="aside">{titles.after}</span> <ins dir="auto">{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
