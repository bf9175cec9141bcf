import { dayText } from '../state/days.ts';
import { useLanguage } from '../words/language.ts';
import { type Tick, ticksOf } from './ticks.ts';

interface TimeAxisProps {
  domain: readonly [number, number];
  xOf: (day: number) => number;
  width: number;
  height: number;
}

const dateOf = (day: number) => new Date(`${dayText(day)}T00:00:00Z`);

const pixelsPerTick = 62;

/** The lines and labels of the time axis. */
export function TimeAxis({ domain, xOf, width, height }: TimeAxisProps) {
  const { code } = useLanguage();
  const locale = `${code === 'ar' ? 'ar-SY' : 'en-GB'}-u-nu-latn-ca-gregory`;
  const ticks = ticksOf(domain, Math.max(2, Math.floor(width / pixelsPerTick)));
  const wordTick = ({ day, unit }: Tick) =>
    dateOf(day).toLocaleDateString(locale, {
      timeZone: 'UTC',
      ...(unit === 'year' ? { year: 'numeric' } : { month: 'short' }),
      ...(unit === 'day' || unit === 'week' ? { day: 'numeric' } : {}),
    });
  /** The year is written once, above its first line. */
  const startsYear = ({ day, unit }: Tick, before: Tick | undefined) =>
    unit !== 'year' && (!before || dayText(before.day).slice(0, 4) !== dayText(day).slice(0, 4));
  return (
    <g className="axis">
      {ticks.map((tick, i) => (
        <g key={tick.day} transform={`translate(${xOf(tick.day)} 0)`}>
          <line y1="30" y2={height} />
          {startsYear(tick, ticks[i - 1]) && (
            <text className="axis-year" y="11" textAnchor={i === 0 ? 'start' : 'middle'}>
              {dayText(tick.day).slice(0, 4)}
            </text>
          )}
          <text y="25" textAnchor={i === 0 ? 'start' : 'middle'}>
            {wordTick(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
