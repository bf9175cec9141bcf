import { memo } from 'react';
import { countOf } from '../data/events.ts';
import { useLanguage } from '../words/language.ts';
import type { Cluster } from './cluster.ts';
import { contestLines } from './contest-words.ts';
import type { Contests } from './contested.ts';
import { type Flat, marginShare, type Size } from './mercator.ts';

interface ClusterSignProps {
  cluster: Cluster;
  contests: Contests;
  at: Flat;
  size: Size;
  isChosen: boolean;
  onChoose: () => void;
}

/** The radius of a dot: its area grows with the number of events. */
export const radiusOf = (count: number): number => Math.min(22, 4 + 2.6 * Math.sqrt(count));

/** Which kind of sign a cluster has. Only a place that is known exactly has a dot. */
export const signOf = ({ isExact, events }: Cluster): 'dot' | 'ring' | 'area' =>
  !isExact ? 'area' : events.length ? 'dot' : 'ring';

/** A button at a place: a dot, a ring for fears, or only a number for an area of doubt. */
export const ClusterSign = memo(
  ({ cluster, contests, at: [x, y], size, isChosen, onChoose }: ClusterSignProps) => {
    const language = useLanguage();
    const { words, number } = language;
    const marginX = size.width * marginShare + 24;
    const marginY = size.height * marginShare + 24;
    if (x < -marginX || y < -marginY || x > size.width + marginX || y > size.height + marginY)
      return null;
    const { labels } = cluster;
    const [events, fears] = [countOf(cluster.events), countOf(cluster.fears)];
    const sign = signOf(cluster);
    const count = events || fears;
    const counted = [
      events > 0 && words.events(number(events), events === 1),
      fears > 0 && `${number(fears)} ${words.legendFear}`,
      sign === 'area' && words.legendArea,
      ...contestLines(cluster.locationIds, contests, words).slice(0, 4),
    ].filter(Boolean);
    const diameter = sign === 'area' ? undefined : 2 * radiusOf(count);
    return (
      <button
        type="button"
        className={`sign sign-${sign}`}
        aria-expanded={isChosen}
        title={`${labels.slice(0, 4).join('\n')}\n${counted.join(', ')}`}
        style={{ left: x, top: y, width: diameter, height: diameter }}
        onClick={onChoose}
      >
        <span className="visually-hidden">
          {labels.slice(0, 4).join('; ')}: {counted.join(', ')}
        </span>
        <span aria-hidden="true">
          {sign === 'area' || count > 1 ? number(count) : ''}
          {events > 0 && fears > 0 && <i>{number(fears)}</i>}
        </span>
      </button>
    );
  },
);
