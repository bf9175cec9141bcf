import { useEffect, useRef } from 'react';

const channelName = 'claimgraph signed out';

/** Says to the other tabs of this browser that it has signed out, and hears it from them. */
export function useOtherTabs(onSignedOut: () => void): () => void {
  const channel = useRef<BroadcastChannel>(undefined);
  const latest = useRef(onSignedOut);
  latest.current = onSignedOut;
  useEffect(() => {
    const opened = new BroadcastChannel(channelName);
    opened.onmessage = () => latest.current();
    channel.current = opened;
    return () => opened.close();
  }, []);
  return () => channel.current?.postMessage(null);
}
