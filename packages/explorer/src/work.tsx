import { ForRole } from './access/for-role.tsx';
import { Desk } from './desk.tsx';
import { lazily } from './parts/lazily.tsx';
import { useSelection } from './state/use-selection.tsx';
import { useLanguage } from './words/language.ts';

const WriteView = lazily(() => import('./write/write-view.tsx'));
const ReviewView = lazily(() => import('./review/review-view.tsx'));

/** What is done on the page: claims are read, a report is written, or conflicts are decided. */
export function Work() {
  const { words } = useLanguage();
  const { task } = useSelection().selection;
  if (task === 'write')
    return (
      <main className="writing" id="reading">
        <h1>{words.record}</h1>
        <ForRole needed="ANALYST" action={words.record}>
          <WriteView />
        </ForRole>
      </main>
    );
  return task === 'review' ? <ReviewView /> : <Desk />;
}
