import { useLanguage } from '../words/language.ts';
import { isQuotation } from './passage.ts';

interface PassageTextProps {
  passage: { quote: string };
  bodyKind: string | null | undefined;
}

/** A passage. The report's own words are quoted; a paraphrase says that it is one. */
export function PassageText({ passage, bodyKind }: PassageTextProps) {
  const { words } = useLanguage();
  return isQuotation(bodyKind) ? (
    <blockquote className="passage">
      <q dir="auto">{passage.quote}</q>
    </blockquote>
  ) : (
    <p className="passage passage-paraphrase">
      <span className="aside">{words.paraphrase}: </span>
      <span dir="auto">{passage.quote}</span>
    </p>
  );
}
