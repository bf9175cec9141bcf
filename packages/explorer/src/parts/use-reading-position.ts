import { useEffect, useRef } from 'react';

/** A record is read from its start; the list is found again where it was left. */
export function useReadingPosition(open: string | undefined) {
  const reading = useRef<HTMLElement>(null);
  const listTop = useRef(0);
  useEffect(() => {
    reading.current?.scrollTo({ top: open ? 0 : listTop.current });
    // On narrow screens the whole page scrolls.
    if (open) window.scrollTo({ top: 0 });
  }, [open]);
  const onScroll = () => {
    if (!open && reading.current) listTop.current = reading.current.scrollTop;
  };
  return { reading, onScroll };
}
