import { nameKinds } from '@claimgraph/sdk/lists';
import type { NameCardFragment } from '@claimgraph/sdk/operations';
import { useLanguage } from '../words/language.ts';

interface NamesProps {
  /** The title of the page, which is not repeated. */
  title: string;
  names: readonly NameCardFragment[];
  externalIds: readonly { system: string; value: string }[];
}

/** The names of a record in all its scripts, and its ids in other systems. */
export function Names({ title, names, externalIds }: NamesProps) {
  const { words, label } = useLanguage();
  const others = names.filter(({ text }) => text !== title);
  if (others.length + externalIds.length === 0) return null;
  return (
    <p className="names">
      <span className="visually-hidden">{words.names}: </span>
      {others.map(({ id, text, kind, language }, i) => (
        <span key={id}>
          {i > 0 && ' · '}
          <bdi lang={language ?? undefined} title={label(nameKinds, kind)}>
            {text}
          </bdi>
        </span>
      ))}
      {externalIds.map(({ system, value }) => (
        <code key={`${system} ${value}`}>
          {' '}
          {system} {value}
        </code>
      ))}
    </p>
  );
}
