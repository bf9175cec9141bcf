import { type ComponentType, lazy, Suspense } from 'react';
import { useLanguage } from '../words/language.ts';

/** A component whose code is loaded when it is shown first: forms, which few visits need. */
export function lazily<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const Loaded = lazy(load);
  return (props) => (
    <Suspense fallback={<Waiting />}>
      <Loaded {...props} />
    </Suspense>
  );
}

function Waiting() {
  const { words } = useLanguage();
  return <p role="status">{words.loading}</p>;
}
