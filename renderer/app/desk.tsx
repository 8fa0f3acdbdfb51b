// The desk behind sign-in: areas of work on the left, the open area on the right, the state of saving and keys at the foot.

import { type ReactNode, Suspense } from 'react';
import { HashRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { useWorkplace } from '../bridge/station';
import { HelpFrame } from '../ui/help-frame';
import { Kit } from '../ui/kit';
import { ErrorBoundary } from './error-boundary';
import { JobStrip } from './job-strip';
import { LeaveGuard } from './leave-guard';
import { Notices } from './notices';
import { OfferedBundles } from './offered-bundles';
import { type Area, areasOf } from './routes';
import { SearchHost } from './search-palette/search-host';
import { Sidebar } from './sidebar';
import { SyncGate } from './sync-gate';
import { useIdleReport } from './idle';
import './desk.css';

export default function Desk() {
  const { station } = useWorkplace();
  useIdleReport();
  const areas = areasOf(station.officeKind);

  return (
    <Kit className="desk">
      <HashRouter>
        <LeaveGuard>
          <HelpOfPage>
            <OfferedBundles />
            <SearchHost areas={areas} />
            <Sidebar areas={areas} />
            <div className="desk-room">
              <main className="desk-main">
                <SyncGate>
                  <Notices />
                  <Suspense fallback={<div className="desk-loading" role="status">正在打开</div>}>
                    <Routes>
                      {areas.map(({ path, Screen }) => (
                        <Route key={path} path={`${path}/*`} element={<OneArea key={path} path={path} Screen={Screen} />} />
                      ))}
                      <Route path="*" element={<Navigate to="/home" replace />} />
                    </Routes>
                  </Suspense>
                </SyncGate>
              </main>
              <JobStrip />
            </div>
          </HelpOfPage>
        </LeaveGuard>
      </HashRouter>
    </Kit>
  );
}

/** A screen that fails takes neither the menu nor the other screens with it. */
function OneArea({ path, Screen }: Pick<Area, 'path' | 'Screen'>) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary area={path.slice(1)} place={pathname}>
      <Screen />
    </ErrorBoundary>
  );
}

function HelpOfPage({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return <HelpFrame subject={{ path: pathname }}>{children}</HelpFrame>;
}
