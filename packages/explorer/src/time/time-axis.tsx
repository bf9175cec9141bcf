import { dayText } from '../state/days.ts';
import { useLanguage } from '../words/language.ts';
import { type Tick, ticksOf } from './ticks.ts';

interface TimeAxisProps {
  domain: readonly [number, number];
  xOf: (day: number) => number;
  width: number;
  height: number;
}

const pixelsPerTick = 76;

/** The lines and labels of the time axis. */
export function TimeAxis({ domain, xOf, width, height }: TimeAxisProps) {
  const { code } = useLanguage();
  const locale = `${code === 'ar' ? 'ar-SY' : 'en-GB'}-u-nu-latn-ca-gregory`;
  const ticks = ticksOf(domain, Math.max(2, Math.floor(width / pixelsPerTick)));
  const wordTick = ({ day, unit }: Tick, i: number) => {
    const date = new Date(`${dayText(day)}T00:00:00Z`);
    const isNewYear = i === 0 || dayText(day).slice(5, 7) === '01';
    return date.toLocaleDateString(locale, {
      timeZone: 'UTC',
      ...(unit === 'year' || isNewYear ? { year: 'numeric' } : {}),
      ...(unit === 'year' ? {} : { month: 'short' }),
      ...(unit === 'day' || unit === 'week' ? { day: 'numeric' } : {}),
    });
  };
  return (
    <g className="axis">
      {ticks.map((tick, i) => (
        <g key={tick.day} transform={`translate(${xOf(tick.day)} 0)`}>
          <line y1="16" y2={height} />
          <text y="11" textAnchor={i === 0 ? 'start' : 'middle'}>
            {wordTick(tick, i)}
          </text>
        </g>
      ))}
    </g>
  );
}
