import { useLanguage } from '../words/language.ts';

/** What the forms of bands mean. */
export function TimelineLegend() {
  const { words } = useLanguage();
  const forms = [
    ['band-day', words.legendDay],
    ['band-within', words.legendWithin],
    ['band-throughout', words.legendThroughout],
    ['band-within band-inferred', words.legendInferred],
    ['band-day band-fear', words.legendFear],
  ] as const;
  return (
    <footer className="legend">
      <ul>
        {forms.map(([classes, label]) => (
          <li key={classes}>
            <svg className="key-band" width="26" height="10" aria-hidden="true">
              <rect className={`band ${classes}`} x="1" y="1" width="24" height="8" />
            </svg>{' '}
            {label}
          </li>
        ))}
      </ul>
    </footer>
  );
}
