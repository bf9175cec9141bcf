import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Masthead } from './parts/masthead.tsx';
import { ThemeProvider } from './parts/theme.tsx';
import { SelectionProvider } from './state/use-selection.tsx';
import { type LanguageCode, LanguageContext, languageOf } from './words/language.ts';
import { Work } from './work.tsx';

const queries = new QueryClient({
  // The SDK repeats what may work the second time.
  defaultOptions: { queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false } },
});

/** The language of the address, else the one that was chosen before, else the browser's. */
function firstLanguage(): LanguageCode {
  const inAddress = new URLSearchParams(location.search).get('lang');
  const text = inAddress ?? localStorage.getItem('language') ?? navigator.language;
  return text.startsWith('ar') ? 'ar' : 'en';
}

/** The page with everything that its parts share: queries, language, theme and selection. */
export function App() {
  const [code, setCode] = useState(firstLanguage);
  const language = useMemo(() => languageOf(code), [code]);
  useEffect(() => {
    document.documentElement.lang = code;
    document.documentElement.dir = language.direction;
  }, [code, language]);
  const switchLanguage = () => {
    const next = code === 'en' ? 'ar' : 'en';
    localStorage.setItem('language', next);
    setCode(next);
  };
  return (
    <QueryClientProvider client={queries}>
      <LanguageContext value={language}>
        <ThemeProvider>
          <SelectionProvider>
            <Masthead onLanguage={switchLanguage} />
            <Work />
          </SelectionProvider>
        </ThemeProvider>
      </LanguageContext>
    </QueryClientProvider>
  );
}
