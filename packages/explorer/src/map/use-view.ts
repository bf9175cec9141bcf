import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type Flat, fit, type Size, type View, zoom } from './mercator.ts';
import { isWithinDrawing, stageOf } from './stage.ts';

const arrowSteps: Record<string, Flat> = {
  ArrowLeft: [-60, 0],
  ArrowRight: [60, 0],
  ArrowUp: [0, -60],
  ArrowDown: [0, 60],
};

/** How long nothing moves until the map is drawn again, in milliseconds. */
const restTime = 140;

interface ViewOptions {
  frame: RefObject<HTMLElement | null>;
  /** What is drawn for a view. While the map moves, it is only shifted and scaled. */
  stage: RefObject<HTMLElement | null>;
  size: Size;
  positions: readonly Flat[];
  fitKey: string;
}

/**
 * What part of the world a map shows: dragged, zoomed by wheel, buttons and keys. The view changes
 * when the map rests; until then the drawing is moved, which costs no script and no drawing.
 */
export function useView({ frame, stage, size, positions, fitKey }: ViewOptions) {
  const [moved, setMoved] = useState<{ key: string; view: View }>();
  const drawn = moved?.key === fitKey ? moved.view : fit(positions, size);
  /** The view that is seen: ahead of the drawn one while the map moves. */
  const seen = useRef(drawn);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLayoutEffect(() => {
    seen.current = drawn;
    placeStage(stage.current, drawn, drawn);
  }, [drawn, stage]);
  useEffect(() => () => clearTimeout(rest.current), []);

  const settle = () => {
    clearTimeout(rest.current);
    setMoved({ key: fitKey, view: seen.current });
  };
  const show = (view: View) => {
    seen.current = view;
    clearTimeout(rest.current);
    if (!isWithinDrawing(drawn, view, size)) return settle();
    placeStage(stage.current, drawn, view);
    rest.current = setTimeout(settle, restTime);
  };
  const current = useRef({ show, size });
  current.current = { show, size };

  // React registers wheel listeners as passive, which cannot stop the page from scrolling.
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = current.current;
      const box = element?.getBoundingClientRect();
      const at: Flat = [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
      now.show(zoom(seen.current, Math.exp(-event.deltaY * 0.0018), at, now.size));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [frame]);

  const move = ([dx, dy]: Flat) => {
    const { x, y, k } = seen.current;
    show({ x: x + dx / k, y: y + dy / k, k });
  };
  const zoomBy = (factor: number) => {
    show(zoom(seen.current, factor, [size.width / 2, size.height / 2], size));
    settle();
  };
  const drag = useRef<Flat>(undefined);
  return {
    view: drawn,
    zoomBy,
    showAll: () => {
      clearTimeout(rest.current);
      setMoved(undefined);
    },
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

function placeStage(stage: HTMLElement | null, drawn: View, seen: View): void {
  if (!stage) return;
  const { x, y, scale } = stageOf(drawn, seen);
  stage.style.transform =
    scale === 1 && !x && !y ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
  stage.style.setProperty('--undo-scale', String(1 / scale));
}
