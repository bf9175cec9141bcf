import type { Issue } from '@claimgraph/sdk';
import { measures, personCategories } from '@claimgraph/sdk/lists';
import { SelectField } from '../parts/select-field.tsx';
import { splitParts } from '../said/said-parts.ts';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { Chosen } from './chosen.tsx';
import type { DraftFigure } from './draft.ts';
import { valuesOfFigure } from './figure-values.ts';
import { changeAt } from './lists.ts';
import { FactionPicker } from './pickers.tsx';
import { TextField } from './text-field.tsx';
import { useRemoveAt } from './unchosen.ts';
import { useFocusAdded } from './use-focus-added.ts';

interface FiguresFieldProps {
  at: Issue['path'];
  figures: readonly DraftFigure[];
  onChange: (figures: readonly DraftFigure[]) => void;
}

/** Figures as they are said, each shown as it was understood, with its parts. */
export function FiguresField({ at, figures, onChange }: FiguresFieldProps) {
  const words = useWritingWords();
  const { number } = useLanguage();
  const removeAt = useRemoveAt(at);
  const [list, focusAdded] = useFocusAdded<HTMLFieldSetElement>('.figure-field');
  const add = () => {
    onChange([...figures, { text: '' }]);
    focusAdded();
  };
  return (
    <fieldset ref={list}>
      <legend>{words.figures}</legend>
      {figures.map((figure, i) => {
        const change = (changes: Partial<DraftFigure>) => onChange(changeAt(figures, i, changes));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a figure has nothing else
          <div className="figure-field" key={i}>
            <FigureRow
              at={[...at, i]}
              figure={figure}
              onChange={change}
              remove={words.removeFigure(number(i + 1), figure.text)}
              onRemove={() => onChange(removeAt(figures, i))}
            />
            <FigureParts
              at={[...at, i, 'parts']}
              figures={figure.parts ?? []}
              onChange={(parts) => change({ parts })}
            />
          </div>
        );
      })}
      <button type="button" className="quiet" onClick={add}>
        + {words.addFigure}
      </button>
    </fieldset>
  );
}

/** The parts of a figure, such as the children among those killed. */
function FigureParts({ at, figures: parts, onChange }: FiguresFieldProps) {
  const words = useWritingWords();
  const { number } = useLanguage();
  const removeAt = useRemoveAt(at);
  const [list, focusAdded] = useFocusAdded<HTMLDivElement>('.part');
  const add = () => {
    onChange([...parts, { text: '' }]);
    focusAdded();
  };
  return (
    <div ref={list}>
      {parts.map((part, i) => (
        <FigureRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has nothing else
          key={i}
          at={[...at, i]}
          figure={part}
          isPart
          onChange={(changes) => onChange(changeAt(parts, i, changes))}
          remove={words.removePart(number(i + 1), part.text)}
          onRemove={() => onChange(removeAt(parts, i))}
        />
      ))}
      <button type="button" className="quiet" onClick={add}>
        + {words.addPart}
      </button>
    </div>
  );
}

interface FigureRowProps {
  at: Issue['path'];
  figure: DraftFigure;
  /** A part has the measure of its whole. */
  isPart?: boolean;
  onChange: (changes: Partial<DraftFigure>) => void;
  /** The words of the button that removes it. */
  remove: string;
  onRemove: () => void;
}

function FigureRow({ at, figure, isPart, onChange, remove, onRemove }: FigureRowProps) {
  const words = useWritingWords();
  const language = useLanguage();
  const { text, category, faction, parts = [] } = figure;
  const understood = valuesOfFigure(figure);
  const said = isPart ? undefined : splitParts(text);
  return (
    <div className={isPart ? 'fields row part' : 'fields row'}>
      {!isPart && (
        <SelectField
          label={words.measure}
          list={measures}
          value={figure.measure}
          none={words.choose}
          onChange={(measure) => onChange({ measure })}
        />
      )}
      <TextField
        label={isPart ? words.partFigure : words.figure}
        at={at}
        value={text}
        hint={isPart ? words.partHint : words.figureHint}
        onChange={(next) => onChange({ text: next })}
      />
      <SelectField
        label={words.category}
        list={personCategories}
        none={words.anyone}
        value={category}
        onChange={(next) => onChange({ category: next })}
      />
      <button type="button" className="quiet" onClick={onRemove}>
        {remove}
      </button>
      <p className="understood" aria-live="polite">
        {understood && (
          <>
            {words.understood}: <b>{language.figure(understood)}</b>
          </>
        )}
        {said && (
          <button
            type="button"
            className="act"
            onClick={() => onChange({ text: said.whole, parts: [...parts, said.part] })}
          >
            {words.splitFigure(said.whole, said.part.text)}
          </button>
        )}
        {!understood && !said && text.trim() && (
          <span className="problem">{words.figureUnknown}</span>
        )}
      </p>
      {faction ? (
        <p>
          {words.ofFaction}{' '}
          <Chosen chosen={faction} onRemove={() => onChange({ faction: undefined })} />
        </p>
      ) : (
        <details className="disclosure">
          <summary>{words.addFactionOfFigure}</summary>
          <FactionPicker
            label={words.addFactionOfFigure}
            at={[...at, 'faction']}
            onPick={(next) => onChange({ faction: next })}
          />
        </details>
      )}
    </div>
  );
}
