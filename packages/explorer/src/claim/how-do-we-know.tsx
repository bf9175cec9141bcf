import { credibilities } from '@claimgraph/sdk/lists';
import type { ClaimDetailFragment } from '@claimgraph/sdk/operations';
import { forAndAgainstOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';
import { originsOf } from './origins.ts';

/**
 * How we know: the credibility of a claim, its origins, and what supports or contradicts it. The
 * API's own `corroboration` will be shown here.
 */
export function HowDoWeKnow({ claim }: { claim: ClaimDetailFragment }) {
  const { words, label, number } = useLanguage();
  const { data } = useQuery(forAndAgainstOptions(client, { id: claim.id }));
  const found = data?.claim;
  const others = (found?.supporting ?? []).concat(found?.repeating ?? []);
  const supporting = others.map(({ from, to }) => (from.id === claim.id ? to : from));
  const origins = originsOf([claim, ...supporting]);
  const possiblyShared = others.some(({ sharedOrigin }) =>
    ['POSSIBLE', 'YES'].includes(sharedOrigin),
  );
  return (
    <section className="origins" aria-labelledby="how">
      <h2 id="how">{words.howDoWeKnow}</h2>
      <p>
        {words.credibility}: {label(credibilities, claim.credibility)}
      </p>
      {found && (
        <>
          <p>
            {words.supportedBy(number(found.supporting.length))} ·{' '}
            {words.contradictedBy(number(found.contradicting.length))}
          </p>
          <p>{words.origins(number(origins.length))}</p>
          <ul>
            {origins.map(({ id, name }) => (
              <li key={id}>
                <RecordLink id={id}>{name}</RecordLink>
              </li>
            ))}
          </ul>
          {possiblyShared && <p>{words.sharedOrigin}</p>}
          <p className="aside">{words.originsHint}</p>
        </>
      )}
    </section>
  );
}
