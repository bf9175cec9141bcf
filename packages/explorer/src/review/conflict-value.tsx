import { useWritingWords } from '../words/writing.ts';
import { linesOf } from './lines-of.ts';

/** A value of a record or of a file: a text, or the values of an object, one a line. */
export function ConflictValue({ value }: { value: unknown }) {
  const words = useWritingWords();
  const lines = linesOf(value);
  if (lines.length === 0) return <span className="aside">{words.noValue}</span>;
  return (
    <ul className="conflict-value">
      {lines.map(([path, text]) => (
        <li key={path}>
          {path && <code>{path}</code>} <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
