import { nameKinds } from '@claimgraph/sdk/lists';
import type { NameCardFragment } from '@claimgraph/sdk/operations';
import { useLanguage } from '../words/language.ts';

interface NamesProps {
  names: readonly NameCardFragment[];
  externalIds: readonly { system: string; value: string }[];
}

/** The names of a record in all its scripts, and its ids in other systems. */
export function Names({ names, externalIds }: NamesProps) {
  const { words, label } = useLanguage();
  return (
    <p className="names">
      <span className="visually-hidden">{words.names}: </span>
      {names.map(({ id, text, kind, language }, i) => (
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
