import { dayText } from '../state/days.ts';
import { useLanguage } from '../words/language.ts';
import type { Bar } from './histogram.ts';

interface BarsProps {
  bars: readonly Bar[];
  xOf: (day: number) => number;
  /** The top and the height of the area that the highest bar fills. */
  y: number;
  height: number;
  onChoose: (bar: Bar) => void;
}

/** Events per day or per some days, as bars. */
export function Bars({ bars, xOf, y, height, onChoose }: BarsProps) {
  const { words, number } = useLanguage();
  const most = Math.max(...bars.map(({ count }) => count));
  return bars.map((bar) => {
    const [a, b] = [xOf(bar.start), xOf(bar.end)];
    const length = Math.max(1.5, (bar.count / most) * height);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: hidden from screen readers
      <g key={`${bar.start} ${bar.isFear}`} onClick={() => onChoose(bar)}>
        <title>
          {`${dayText(bar.start)} – ${dayText(bar.end - 1)}: `}
          {words.events(number(bar.count), bar.count === 1)}
        </title>
        <rect
          className={bar.isFear ? 'band band-fear' : 'band band-day'}
          x={Math.min(a, b)}
          width={Math.max(1, Math.abs(b - a) - 1)}
          y={y + height - length}
          height={length}
        />
      </g>
    );
  });
}
