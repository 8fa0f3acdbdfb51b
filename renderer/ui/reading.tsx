// Stands where a page will be. It says that something is being read only when that lasts, so that a quick answer does not flash.

import { useEffect, useState } from 'react';

/** Longer than a read of a few rows, shorter than somebody would wonder. */
const PATIENCE_MS = 400;

export function Reading() {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setLasts(true); }, PATIENCE_MS);
    return () => { clearTimeout(timer); };
  }, []);
  return <div className="desk-loading" role="status">{lasts ? '正在读取…' : ''}</div>;
}
