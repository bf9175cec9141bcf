import type { Issue } from '@claimgraph/sdk';
import { measures, personCategories } from '@claimgraph/sdk/lists';
import { SelectField } from '../parts/select-field.tsx';
import { understandFigure } from '../said/said-figure.ts';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import type { DraftFigure } from './draft.ts';
import { changeAt, removeAt } from './lists.ts';
import { TextField } from './text-field.tsx';

interface FiguresFieldProps {
  at: Issue['path'];
  figures: readonly DraftFigure[];
  onChange: (figures: readonly DraftFigure[]) => void;
}

/** Figures as they are said, each shown as it was understood. */
export function FiguresField({ at, figures, onChange }: FiguresFieldProps) {
  const words = useWritingWords();
  const language = useLanguage();
  const { number } = language;
  return (
    <fieldset>
      <legend>{words.figures}</legend>
      {figures.map((figure, i) => {
        const change = (changes: Partial<DraftFigure>) => onChange(changeAt(figures, i, changes));
        const understood = understandFigure(figure.text);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a figure has nothing else
          <div className="fields row" key={i}>
            <SelectField
              label={words.measure}
              list={measures}
              value={figure.measure}
              none={words.choose}
              onChange={(measure) => change({ measure })}
            />
            <TextField
              label={words.figure}
              at={[...at, i]}
              value={figure.text}
              hint={words.figureHint}
              onChange={(text) => change({ text })}
            />
            <SelectField
              label={words.category}
              list={personCategories}
              none={words.anyone}
              value={figure.category}
              onChange={(category) => change({ category })}
            />
            <button type="button" className="quiet" onClick={() => onChange(removeAt(figures, i))}>
              {words.removeFigure(number(i + 1), figure.text)}
            </button>
            <p className="understood" aria-live="polite">
              {understood && (
                <>
                  {words.understood}: <b>{language.figure(understood)}</b>
                </>
              )}
              {!understood && figure.text.trim() && (
                <span className="problem">{words.figureUnknown}</span>
              )}
            </p>
          </div>
        );
      })}
      <button type="button" className="quiet" onClick={() => onChange([...figures, { text: '' }])}>
        + {words.addFigure}
      </button>
    </fieldset>
  );
}
