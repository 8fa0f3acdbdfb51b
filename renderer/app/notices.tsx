// Tells the system, once each, of decisions that came, of contracts to be signed within seven, three and one days (R073), and of other
// deadlines within 48 hours: numbers only. The list itself is on the home page. Where the system takes no notices nothing is lost.

import { useEffect, useState } from 'react';
import { todayInShanghai } from '#shared/base/date';
import type { Noticed } from '#shared/ipc/notices';
import { callDesk } from '../bridge/desk';
import { useWorkplace } from '../bridge/station';
import { useLive } from '../data/live';
import { readNews } from '../data/news';

/** A bundle is stored in several goes; they are told as one. */
const QUIET_MS = 3_000;
/** Whoever has just signed in waits for the first page, not for a notice. */
const AFTER_SIGN_IN_MS = 5_000;
const DAY_CHECK_MS = 10 * 60_000;

export function Notices() {
  const { station } = useWorkplace();
  const own = station.stationId;
  const today = useToday();
  const [noticed, setNoticed] = useState<Noticed | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      void callDesk('readNoticed', {}).then((reply) => {
        if (reply.ok) setNoticed(reply.value);
      });
    }, AFTER_SIGN_IN_MS);
    return () => { clearTimeout(timer); };
  }, []);
  const news = useLive(() => (noticed === null ? null : readNews(own, today, noticed)), [own, today, noticed]);

  useEffect(() => {
    if (news === undefined || news === null || news.decisions + news.signings + news.deadlines === 0) return;
    const timer = setTimeout(() => {
      void callDesk('notify', news).then((reply) => {
        if (reply.ok) setNoticed(news.noticed);
      });
    }, QUIET_MS);
    return () => { clearTimeout(timer); };
  }, [news]);
  return null;
}

/** The window may stay open overnight. */
function useToday(): string {
  const [today, setToday] = useState(() => todayInShanghai(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => { setToday(todayInShanghai(Date.now())); }, DAY_CHECK_MS);
    return () => { clearInterval(timer); };
  }, []);
  return today;
}
