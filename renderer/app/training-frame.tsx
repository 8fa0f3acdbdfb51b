// What stands around every screen: nothing at the real desk but the way into training before sign-in; in training a band that never goes away,
// with the words that open the made-up desks, filling and emptying them, the other desks, and the way out.

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Failure } from '#shared/base/result';
import { SEATS, type Seat } from '#shared/ipc/seats';
import type { TrainingState } from '#shared/ipc/training';
import type { EventOf } from '#shared/ipc/events';
import { callDesk, onEvent } from '../bridge/desk';
import { useRestoring } from '../bridge/restoring';
import { useStationState } from '../bridge/station';
import { sentenceOf } from '../text/errors';
import { tookWords } from '../text/job-words';
import { useElapsed } from '../ui/use-elapsed';
import { giveUpUnsaved } from '../bridge/unsaved';
import { useLeaveQuestion } from './leave-question';
import './training-frame.css';

export function TrainingFrame({ children }: { readonly children: ReactNode }) {
  const { environment, phase } = useStationState().state;
  const inTraining = environment === 'training';
  // Every way from here starts the program again.
  const restoring = useRestoring() !== null;
  return (
    <div className={inTraining ? 'frame frame-training' : 'frame'}>
      {inTraining && <TrainingBand />}
      <div className="frame-body">{children}</div>
      {!inTraining && !restoring && (phase === 'new' || phase === 'locked') && <TrainingEntry />}
    </div>
  );
}

function TrainingEntry() {
  const { problem, run } = useRun();
  const { ask, question } = useLeaveQuestion();
  return (
    <footer className="training-entry">
      <span>{problem ?? '想先练练手？演练用编造的数据，与正式数据完全分开。'}</span>
      <button type="button" onClick={() => { ask(() => void run(() => callDesk('changeDesk', { seat: SEATS[0] }))); }}>
        进入演练
      </button>
      {question}
    </footer>
  );
}

function TrainingBand() {
  const { phase } = useStationState().state;
  const restoring = useRestoring() !== null;
  const [training, setTraining] = useState<TrainingState | null>(null);
  const { busy, problem, run } = useRun();
  const { ask, question } = useLeaveQuestion();
  const leaveTo = (step: Parameters<Run>[0]) => { ask(() => void run(step)); };
  useEffect(() => {
    void callDesk('trainingState', {}).then((reply) => {
      if (reply.ok) setTraining(reply.value);
    });
  }, []);
  const [told, setTold] = useState(false);
  const trouble = told ? null : (training?.trouble ?? null);
  const isEmpty = phase === 'new' && training?.isEmpty === true;

  return (
    <>
    <header className="training-band" aria-label="演练">
      <b>演练 — 数据不作数</b>
      {training !== null && training.words !== null && (
        <span>
          登录口令 <kbd>{training.words.password}</kbd>　密钥口令 <kbd>{training.words.passphrase}</kbd>
        </span>
      )}
      {busy && <Steps />}
      <span role="status">{problem ?? (busy ? '' : isEmpty ? '填充后有三个编造的单位可以登录；也可以自己设置一个。' : '')}</span>
      <span className="training-band-ways" hidden={restoring}>
        {isEmpty && (
          <button type="button" disabled={busy} onClick={() => { leaveTo(() => callDesk('fillTraining', {})); }}>
            填充演练数据
          </button>
        )}
        {training !== null && !isEmpty && <EmptyButton disabled={busy} run={run} />}
        {training?.offices.map(({ seat, name }) => (
          <DeskButton key={seat} seat={seat} name={name} current={seat === training.seat} disabled={busy} run={leaveTo} />
        ))}
        <button type="button" disabled={busy} onClick={() => { leaveTo(() => callDesk('changeDesk', { seat: null })); }}>
          退出演练
        </button>
      </span>
    </header>
    {question}
    {trouble !== null && <Trouble failure={trouble} onClose={() => { setTold(true); }} />}
    </>
  );
}

/** What this start could not finish; it stays until it is closed. */
function Trouble({ failure, onClose }: { readonly failure: Failure; readonly onClose: () => void }) {
  const { what, safety, next } = sentenceOf(failure);
  const incident = failure.evidence?.['incident'];
  return (
    <div className="training-trouble" role="alert">
      <span>
        <b>{what}</b>
        {safety}
        {next}
        {incident !== undefined && <span className="code">（编号：{incident}）</span>}
      </span>
      <button type="button" onClick={onClose}>
        知道了
      </button>
    </div>
  );
}

/** What filling is at; whatever else takes a while has no steps. */
function Steps() {
  const [step, setStep] = useState<EventOf<'trainingStep'> | null>(null);
  const [since] = useState(() => Date.now());
  const elapsed = useElapsed(since);
  useEffect(() => onEvent('trainingStep', setStep), []);
  return (
    <span>
      <span role="status">{step === null ? '正在办理' : `正在填充（第 ${String(step.step)} 步，共 ${String(step.steps)} 步）：${step.words}`}</span>
      　已用 {tookWords(elapsed)}
    </span>
  );
}

type Run = ReturnType<typeof useRun>['run'];

/** Everything made up goes, so a person says so twice. The kit of the desk is not here yet at sign-in, hence a plain dialog. */
function EmptyButton({ disabled, run }: { readonly disabled: boolean; readonly run: Run }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => { dialog.current?.showModal(); }}>
        清空演练数据
      </button>
      <dialog ref={dialog} className="question" aria-labelledby={id}>
        <h2 id={id}>清空演练数据</h2>
        <p>演练中各单位的数据和演练优盘上的数据包全部删除，不能恢复；本程序随后重新启动。正式数据不受影响。</p>
        <p className="question-ways">
          <button type="button" className="question-stay" autoFocus onClick={() => { dialog.current?.close(); }}>
            不清空
          </button>
          <button
            type="button"
            onClick={() => {
              dialog.current?.close();
              giveUpUnsaved();
              void run(() => callDesk('emptyTraining', {}));
            }}
          >
            全部清空
          </button>
        </p>
      </dialog>
    </>
  );
}

function DeskButton({ seat, name, current, disabled, run }: { readonly seat: Seat; readonly name: string; readonly current: boolean; readonly disabled: boolean; readonly run: (step: Parameters<Run>[0]) => void }) {
  if (current) return <span className="training-band-here">现在是{name}</span>;
  return (
    <button type="button" disabled={disabled} onClick={() => { run(() => callDesk('changeDesk', { seat })); }}>
      换到{name}
    </button>
  );
}

/** One step at a time; after one that succeeds the program ends and starts again, so it stays busy. */
function useRun() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (step: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Failure }>) => {
    setBusy(true);
    setProblem(null);
    const reply = await step();
    if (reply.ok) return;
    setBusy(false);
    const { what, next } = sentenceOf(reply.error);
    setProblem(`${what}${next}`);
  };
  return { busy, problem, run };
}
