import { SignIn } from '../access/sign-in.tsx';
import { useViewer } from '../access/use-viewer.ts';
import { isSavedCase } from '../offline/saved-case.ts';
import { emptySelection } from '../state/selection.ts';
import { useSelectionLink } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { SearchBox } from './search-box.tsx';
import { ThemeButton } from './theme.tsx';

const everything = {
  ...emptySelection,
  ...{ place: undefined, faction: undefined, source: undefined, text: undefined },
  ...{ from: undefined, to: undefined, surely: undefined, day: undefined },
  ...{ open: undefined, task: undefined, compare: undefined },
};

/** The head of the page: its name, the search, language and theme. */
export function Masthead({ onLanguage }: { onLanguage: () => void }) {
  const { words, code } = useLanguage();
  const link = useSelectionLink();
  const { may } = useViewer();
  return (
    <header className="masthead">
      <a className="skip" href="#reading">
        {words.skip}
      </a>
      <p className="name">
        <a {...link(everything)}>Claimgraph</a>
        <span>{words.motto}</span>
      </p>
      <SearchBox />
      <nav aria-label={words.tools}>
        {may('ANALYST') && (
          <a className="act" {...link({ task: 'write', open: undefined })}>
            {words.record}
          </a>
        )}
        <button type="button" lang={code === 'en' ? 'ar' : 'en'} onClick={onLanguage}>
          {words.language}
        </button>
        <ThemeButton label={words.theme} />
        {!isSavedCase && (
          <>
            <a href="explorer">GraphiQL</a>
            <a href="graphql">Sandbox</a>
            <SignIn />
          </>
        )}
      </nav>
    </header>
  );
}
