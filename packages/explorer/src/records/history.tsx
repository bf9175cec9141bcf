import { changeKinds } from '@claimgraph/sdk/lists';
import { recordHistoryOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../data/client.ts';
import { isSavedCase } from '../offline/saved-case.ts';
import type { RecordId } from '../state/record-ids.ts';
import { useLanguage } from '../words/language.ts';

/** Every change of a record, value by value. It is read when somebody opens it. */
export function History({ id }: { id: RecordId }) {
  const { words } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  // A saved case has the ledger as it was at one moment.
  if (isSavedCase) return null;
  return (
    <details className="history" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h2>{words.history}</h2>
      </summary>
      {isOpen && <Changes id={id} />}
    </details>
  );
}

function Changes({ id }: { id: RecordId }) {
  const { words, moment, label } = useLanguage();
  const { data } = useQuery(recordHistoryOptions(client, { id, first: 50 }));
  if (!data?.node || !('history' in data.node)) return <p role="status">{words.loading}</p>;
  return (
    <ol className="changes">
      {data.node.history.nodes.map(({ at, by, change, rationale, version, diff }) => (
        <li key={`${version} ${at} ${change}`}>
          <b>{label(changeKinds, change)}</b>{' '}
          <span className="aside">
            {moment(at)}, <bdi>{by}</bdi>
          </span>
          {rationale && <p dir="auto">{rationale}</p>}
          {diff.length > 0 && (
            <dl className="diff">
              {diff.slice(0, 40).map(({ path, before, after }) => (
                <div key={path.join('.')}>
                  <dt>
                    <code>{path.join(' › ')}</code>
                  </dt>
                  <dd>
                    <span className="visually-hidden">{words.before} </span>
                    <del>{before ?? words.nothing}</del>{' '}
                    <span className="visually-hidden">{words.after} </span>
                    <ins>{after ?? words.nothing}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
