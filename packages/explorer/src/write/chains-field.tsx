import type { Issue } from '@claimgraph/sdk';
import { capacities } from '@claimgraph/sdk/lists';
import { SelectField } from '../parts/select-field.tsx';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { Chosen } from './chosen.tsx';
import type { DraftSpeaker } from './draft.ts';
import { changeAt, moveUp, removeAt } from './lists.ts';
import { SourcePicker } from './pickers.tsx';
import { Problems } from './problems.tsx';
import type { SourceRef } from './refs.ts';
import { TextField } from './text-field.tsx';
import { useRemoveAt } from './unchosen.ts';

type Chain = readonly DraftSpeaker[];

interface ChainsFieldProps {
  at: Issue['path'];
  chains: readonly Chain[];
  publisher: SourceRef | undefined;
  onChange: (chains: readonly Chain[]) => void;
}

/** Who says so: paths from the origin to the one that was read. Several are side by side. */
export function ChainsField({ at, chains, publisher, onChange }: ChainsFieldProps) {
  const words = useWritingWords();
  const { number } = useLanguage();
  const removeChain = useRemoveAt(at);
  const isLastFilled = (chains.at(-1)?.length ?? 0) > 0;
  return (
    <fieldset>
      <legend>{words.speakers}</legend>
      <p className="aside">{words.speakersHint}</p>
      {chains.map((chain, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path has nothing else
        <div key={i}>
          {chains.length > 1 && (
            <p className="aside">
              {words.chain(number(i + 1))}{' '}
              <button
                type="button"
                className="quiet"
                onClick={() => onChange(removeChain(chains, i))}
              >
                {words.remove(words.chain(number(i + 1)))}
              </button>
            </p>
          )}
          <ChainField
            at={[...at, i, 'chain']}
            chain={chain}
            publisher={publisher}
            onChange={(next) => onChange(chains.map((each, j) => (j === i ? next : each)))}
          />
        </div>
      ))}
      {isLastFilled && (
        <button type="button" className="quiet" onClick={() => onChange([...chains, []])}>
          + {words.addChain}
        </button>
      )}
    </fieldset>
  );
}

interface ChainFieldProps {
  at: Issue['path'];
  chain: Chain;
  publisher: SourceRef | undefined;
  onChange: (chain: Chain) => void;
}

function ChainField({ at, chain, publisher, onChange }: ChainFieldProps) {
  const words = useWritingWords();
  const add = (source: SourceRef) =>
    onChange([...chain, { source, capacity: 'UNSTATED', verb: '' }]);
  const last = chain.at(-1);
  const canHear = publisher && last && !isSameSource(last.source, publisher);
  return (
    <>
      <ol className="speakers">
        {chain.map(({ source, capacity, verb }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source may speak twice
          <li key={i} className="fields row">
            <Chosen chosen={source} onRemove={() => onChange(removeAt(chain, i))}>
              {i > 0 && (
                <button
                  type="button"
                  aria-label={words.up(source.label)}
                  onClick={() => onChange(moveUp(chain, i))}
                >
                  ↑
                </button>
              )}
            </Chosen>
            <SelectField
              label={words.capacity}
              list={capacities}
              value={capacity}
              onChange={(next) => next && onChange(changeAt(chain, i, { capacity: next }))}
            />
            <TextField
              label={words.verb}
              at={[...at, i, 'verb']}
              value={verb}
              hint={words.verbHint}
              onChange={(next) => onChange(changeAt(chain, i, { verb: next }))}
            />
            <Problems at={[...at, i, 'source']} />
          </li>
        ))}
      </ol>
      <SourcePicker label={words.addSpeaker} at={at.slice(0, -1)} onPick={add} />
      {canHear && (
        <button type="button" className="quiet" onClick={() => add(publisher)}>
          + {words.addPublisher(publisher.label)}
        </button>
      )}
      {chain.length === 0 && <Problems at={at} />}
    </>
  );
}

const isSameSource = (a: SourceRef, b: SourceRef): boolean =>
  'id' in a && 'id' in b ? a.id === b.id : JSON.stringify(a) === JSON.stringify(b);
