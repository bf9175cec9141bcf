import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type Flat, fit, type Size, type View, zoom } from './mercator.ts';

const arrowSteps: Record<string, Flat> = {
  ArrowLeft: [-60, 0],
  ArrowRight: [60, 0],
  ArrowUp: [0, -60],
  ArrowDown: [0, 60],
};

/** What part of the world a map shows: dragged, zoomed by wheel, buttons and keys. */
export function useView(
  frame: RefObject<HTMLElement | null>,
  size: Size,
  positions: readonly Flat[],
  fitKey: string,
) {
  const [moved, setMoved] = useState<{ key: string; view: View }>();
  const fitted = fit(positions, size);
  const view = moved?.key === fitKey ? moved.view : fitted;
  const setView = (next: View) => setMoved({ key: fitKey, view: next });
  const current = useRef({ view, setView, size });
  current.current = { view, setView, size };

  // React registers wheel listeners as passive, which cannot stop the page from scrolling.
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = current.current;
      const box = element?.getBoundingClientRect();
      const at: Flat = [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
      now.setView(zoom(now.view, Math.exp(-event.deltaY * 0.0018), at, now.size));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [frame]);

  const move = ([dx, dy]: Flat) =>
    setView({ ...view, x: view.x + dx / view.k, y: view.y + dy / view.k });
  const zoomBy = (factor: number) =>
    setView(zoom(view, factor, [size.width / 2, size.height / 2], size));
  const drag = useRef<Flat>(undefined);
  return {
    view,
    zoomBy,
    showAll: () => setMoved(undefined),
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const step = arrowSteps[event.key];
        if (step) move(step);
        else if (event.key === '+' || event.key === '=') zoomBy(1.6);
        else if (event.key === '-') zoomBy(1 / 1.6);
        else return;
        event.preventDefault();
      },
      onPointerDown: (event: PointerEvent) => {
        if ((event.target as Element).closest('button, a')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = [event.clientX, event.clientY];
      },
      onPointerMove: (event: PointerEvent) => {
        if (!drag.current) return;
        move([drag.current[0] - event.clientX, drag.current[1] - event.clientY]);
        drag.current = [event.clientX, event.clientY];
      },
      onPointerUp: () => {
        drag.current = undefined;
      },
    },
  };
}
