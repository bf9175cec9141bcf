import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Light or dark; undefined: as the system says. */
type Theme = 'light' | 'dark' | undefined;

const ThemeContext = createContext<{ theme: Theme; setTheme: (theme: Theme) => void }>({
  theme: undefined,
  setTheme: () => undefined,
});

const remembered = (): Theme => {
  const text = localStorage.getItem('theme');
  return text === 'light' || text === 'dark' ? text : undefined;
};

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
/** Paper is white, also if the screen is dark. */
const isPrint = matchMedia('print');

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState(remembered);
  const [isSystemDark, setIsSystemDark] = useState(systemIsDark.matches);
  useEffect(() => {
    const follow = () => setIsSystemDark(systemIsDark.matches);
    systemIsDark.addEventListener('change', follow);
    return () => systemIsDark.removeEventListener('change', follow);
  }, []);
  const [isPrinting, setIsPrinting] = useState(isPrint.matches);
  useEffect(() => {
    // The browser prints what is drawn as soon as this returns.
    const follow = () => flushSync(() => setIsPrinting(isPrint.matches));
    isPrint.addEventListener('change', follow);
    return () => isPrint.removeEventListener('change', follow);
  }, []);
  const actual = isPrinting ? 'light' : (theme ?? (isSystemDark ? 'dark' : 'light'));
  document.documentElement.dataset.theme = actual;
  const choose = (next: Theme) => {
    if (next) localStorage.setItem('theme', next);
    setTheme(next);
  };
  return <ThemeContext value={{ theme: actual, setTheme: choose }}>{children}</ThemeContext>;
}

/** The theme in use: what is drawn in a canvas must be drawn again when it changes. */
export const useTheme = (): Theme => useContext(ThemeContext).theme;

/** Switches between light and dark. */
export function ThemeButton({ label }: { label: string }) {
  const { theme, setTheme } = useContext(ThemeContext);
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={theme === 'dark'}
      onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
    >
      ◐
    </button>
  );
}
