// Tells the system, once each, of decisions that came and of deadlines within 48 hours: numbers only. The list itself is on the
// home page. Where the system takes no notices nothing is lost.

import { useEffect, useState } from 'react';
import { todayInShanghai } from '#shared/base/date';
import type { StationId } from '#shared/base/ids';
import { isNear } from '#shared/domain/deadlines/deadline';
import { MAX_NOTICED_DEADLINES, type Noticed } from '#shared/ipc/notices';
import { callDesk } from '../bridge/desk';
import { useWorkplace } from '../bridge/station';
import { openEntries, readAgenda } from '../data/agenda';
import { useLive } from '../data/live';
import { readNewDecisions } from '../data/new-decisions';

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
    if (news === undefined || news === null || news.decisions + news.deadlines === 0) return;
    const timer = setTimeout(() => {
      void callDesk('notify', news).then((reply) => {
        if (reply.ok) setNoticed(news.noticed);
      });
    }, QUIET_MS);
    return () => { clearTimeout(timer); };
  }, [news]);
  return null;
}

async function readNews(own: StationId, today: string, noticed: Noticed) {
  const [agenda, decisions] = await Promise.all([readAgenda(own, today), readNewDecisions(own, noticed.decisions)]);
  const told = new Set(noticed.deadlines);
  const near = openEntries(agenda).map(({ deadline }) => deadline).filter((deadline) => isNear(deadline, today) && !told.has(deadline.key));
  return {
    decisions: decisions.count,
    deadlines: near.length,
    noticed: { decisions: [...decisions.seen], deadlines: [...noticed.deadlines, ...near.map(({ key }) => key)].slice(-MAX_NOTICED_DEADLINES) },
  };
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
