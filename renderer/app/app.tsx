// Which of the four faces the window shows: set-up, sign-in, the desk, or the damage page; or restoring in place of any of them.

import { lazy, Suspense, useEffect } from 'react';
import { afterZod } from '../bridge/after-zod';
import { onEvent } from '../bridge/desk';
import { setRestoring, useRestoring } from '../bridge/restoring';
import { StationProvider, useStationState } from '../bridge/station';
import { SignInPage } from '../features/sign-in/sign-in-page';
import { HelpFrame } from '../ui/help-frame';
import { isUnsaved } from '../bridge/unsaved';
import { ClosingQuestion } from './closing-question';
import DamagePage, { DamageNotice } from './damage-page';
import { ErrorBoundary } from './error-boundary';
import { useIdleReport } from './idle';
import { useTextSize } from './text-size';
import { TrainingFrame } from './training-frame';

const loadDesk = () => afterZod(() => import('./desk'));
const Desk = lazy(loadDesk);
const RestorePage = lazy(() => afterZod(() => import('../features/restore/restore-page')));
const SetupPage = lazy(() => afterZod(() => import('../features/setup/setup-page')));

export function App() {
  return (
    <>
      <ClosingQuestion />
      <ErrorBoundary area="shell">
        <StationProvider waiting={<Waiting text="正在启动" />} trouble={(failure) => <DamageNotice code={failure.code} />}>
          <TrainingFrame>
            <Suspense fallback={<Waiting text="正在打开" />}>
              <Face />
            </Suspense>
          </TrainingFrame>
        </StationProvider>
      </ErrorBoundary>
    </>
  );
}

function Face() {
  const { phase } = useStationState().state;
  useTextSize();
  // Also while the desk is locked: whoever signs in then is led there. What is being typed and kept by nothing is worth more.
  useEffect(() => onEvent('noticeClicked', () => { if (!isUnsaved()) location.hash = '#/home'; }), []);
  useEffect(() => {
    // The kit and the home screen load while the operator types the password.
    if (phase === 'locked') void loadDesk();
  }, [phase]);

  const restoring = useRestoring();
  // Idleness locks the station also while somebody chooses; nobody restores over the head of a locked one.
  const givenUp = restoring === 'choosing' && phase === 'locked';
  useEffect(() => {
    if (givenUp) setRestoring(null);
  }, [givenUp]);
  if (restoring !== null && !givenUp) return <RestoreFace />;

  switch (phase) {
    case 'new':
      return (
        <HelpFrame key={phase} subject={{ id: 'setup' }}>
          <SetupPage />
        </HelpFrame>
      );
    case 'locked':
      return (
        <HelpFrame key={phase} subject={{ id: 'sign-in' }}>
          <SignInPage />
        </HelpFrame>
      );
    case 'ready':
      return <Desk />;
    case 'damaged':
      return (
        <HelpFrame key={phase} subject={{ id: 'damage' }}>
          <DamagePage />
        </HelpFrame>
      );
  }
}

function RestoreFace() {
  useIdleReport();
  return (
    <HelpFrame subject={{ id: 'restore' }}>
      <RestorePage />
    </HelpFrame>
  );
}

function Waiting({ text }: { readonly text: string }) {
  return (
    <div className="waiting" role="status">
      <b>购服台</b>
      <span>{text}</span>
    </div>
  );
}
