import { type SaidFigure, understandFigure } from '../said/said-figure.ts';
import type { DraftFigure } from './draft.ts';

/** What a figure means: as it is recorded if its text is the same, else as it is understood. */
export const valuesOfFigure = ({
  text,
  recorded,
}: Pick<DraftFigure, 'text' | 'recorded'>): SaidFigure | undefined =>
  recorded?.text === text ? recorded : understandFigure(text);
