// Restoring 从备份恢复: choose → look through and compare → confirm → restore → report. It stands in place of whatever the station's state asks for,
// as that changes under it. Until the last confirmation nothing is changed.

import { Steps } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#shared/base/result';
import type { BackupList, BackupView, Examination, KeyProof, RestoreReport } from '#shared/ipc/backup';
import { callDesk } from '../../bridge/desk';
import { setRestoring } from '../../bridge/restoring';
import { useStationState } from '../../bridge/station';
import { useUnsaved } from '../../bridge/unsaved';
import { HelpButton } from '../../ui/help-frame';
import { WorkLine } from '../../ui/job-line';
import { Kit } from '../../ui/kit';
import { ChooseStep } from './choose-step';
import { type BundlesFolder, CompareStep } from './compare-step';
import { ConfirmStep } from './confirm-step';
import { FailedStep, ReportStep } from './outcome-step';
import { StepHeading } from './step-heading';
import { useWork } from './use-work';
import './restore.css';

interface Chosen {
  readonly backup: BackupView;
  /** Where bundles lie that were exported after it, when somebody has said so. */
  readonly bundles: BundlesFolder | null;
}

type Step =
  | { readonly name: 'choose' }
  | ({ readonly name: 'compare'; readonly examination: Examination | null } & Chosen)
  | ({ readonly name: 'confirm'; readonly examination: Examination } & Chosen)
  | { readonly name: 'restoring' }
  | { readonly name: 'report'; readonly report: RestoreReport }
  | { readonly name: 'failed'; readonly failure: Failure };

const TITLES = ['选择', '查看与比较', '确认', '报告'] as const;
const PLACES: Readonly<Record<Step['name'], number>> = { choose: 0, compare: 1, confirm: 2, restoring: 2, report: 3, failed: 3 };

export default function RestorePage() {
  const { state, refresh } = useStationState();
  const signedIn = state.phase === 'ready';
  const { work, run, stop } = useWork();
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const [list, setList] = useState<BackupList | null>(null);
  const [looking, setLooking] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);

  // Closing the window would stop it, so that is asked about first.
  useUnsaved(step.name === 'restoring', 'restore');

  const look = useCallback(async (ask: boolean) => {
    setLooking(true);
    setFailure(null);
    const reply = await callDesk('listBackups', { ask });
    setLooking(false);
    if (!reply.ok) setFailure(reply.error);
    else if (reply.value.list !== null) setList(reply.value.list);
  }, []);
  useEffect(() => void look(false), [look]);

  const goTo = (next: Step, because: Failure | null = null) => {
    setFailure(because);
    setStep(next);
  };
  const compare = async (backup: BackupView, bundles: BundlesFolder | null = null) => {
    goTo({ name: 'compare', backup, bundles, examination: null });
    const reply = await run((jobId) => callDesk('examineBackup', { jobId, backup: backup.token, bundles: bundles?.token ?? null }));
    if (reply.ok) goTo({ name: 'compare', backup, bundles, examination: reply.value });
    else goTo({ name: 'choose' }, reply.error);
  };
  const chooseBundles = async (backup: BackupView) => {
    const reply = await callDesk('chooseSentBundles', {});
    if (!reply.ok) setFailure(reply.error);
    else if (reply.value.folder !== null) await compare(backup, reply.value.folder);
  };
  const restore = async (confirmed: Step & { readonly name: 'confirm' }, proof: KeyProof) => {
    const { backup, bundles } = confirmed;
    setRestoring('underway');
    goTo({ name: 'restoring' });
    const reply = await run((jobId) => callDesk('restoreBackup', { jobId, backup: backup.token, bundles: bundles?.token ?? null, proof }));
    await refresh();
    const after = await callDesk('stationState', {});
    const leftFor = signedIn && after.ok && after.value.phase !== 'ready';
    if (reply.ok) goTo({ name: 'report', report: reply.value });
    // Once the key had opened, whoever was signed in is not any more, and nobody restores over a locked station.
    else if (leftFor) goTo({ name: 'failed', failure: reply.error });
    else {
      setRestoring('choosing');
      goTo(confirmed, reply.error);
    }
  };

  const mayLeave = step.name !== 'restoring' && step.name !== 'report';
  useEffect(() => {
    if (!mayLeave) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) leave();
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, [mayLeave]);

  return (
    <Kit className="restore">
      <main className="restore-card" aria-labelledby="restore-title">
        <header className="restore-head">
          <h1 id="restore-title">从备份恢复</h1>
          <HelpButton />
        </header>
        <Steps size="small" current={PLACES[step.name]} items={TITLES.map((title) => ({ title }))} />
        <div className="restore-body" key={step.name}>
          {step.name === 'choose' && (
            <ChooseStep list={list} failure={failure} looking={looking} onOtherFolder={() => void look(true)} onChoose={(backup) => void compare(backup)} onLeave={leave} />
          )}
          {step.name === 'compare' && (
            <CompareStep
              backup={step.backup}
              examination={step.examination}
              work={work}
              bundles={step.bundles}
              failure={failure}
              onBundles={() => void chooseBundles(step.backup)}
              onStop={stop}
              onBack={() => { goTo({ name: 'choose' }); }}
              onNext={() => { if (step.examination !== null) goTo({ ...step, name: 'confirm', examination: step.examination }); }}
            />
          )}
          {step.name === 'confirm' && (
            <ConfirmStep
              backup={step.backup}
              present={step.examination.present}
              signedIn={signedIn}
              failure={failure}
              onBack={() => { goTo({ ...step, name: 'compare' }); }}
              onRestore={(proof) => void restore(step, proof)}
            />
          )}
          {step.name === 'restoring' && (
            <>
              <StepHeading>正在恢复</StepHeading>
              <p>请不要关闭窗口或关机。要停止的，请点“停止”：停止后一切照旧。</p>
              {work !== null && <WorkLine title="恢复" progress={work.progress} startedAt={work.startedAt} stopping={work.stopping} onStop={stop} />}
            </>
          )}
          {step.name === 'report' && <ReportStep report={step.report} />}
          {step.name === 'failed' && <FailedStep failure={step.failure} onLeave={leave} />}
        </div>
      </main>
    </Kit>
  );
}

function leave(): void {
  setRestoring(null);
}
