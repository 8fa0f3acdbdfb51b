// Beside a form's title: whether what was typed is safe, undo and redo of what was saved, and the saved states to go back to.
// It writes nothing itself. Text fields keep their own Ctrl+Z; everywhere else in the page Ctrl+Z and Ctrl+Y go over the steps.

import { App, Button, Drawer } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Failure, Result } from '#shared/base/result';
import { changedFields, type DraftWords, draftSheet } from '../text/draft-sheet';
import { formatMoment } from '../text/format';
import { sentenceOf } from '../text/errors';
import { type Chosen, RevisionCompare, type Version } from './revision-compare';
import { type Kept, SavedNote } from './saved-note';
import './draft-history.css';

/** A saved state as it is listed and compared. */
export interface SavedForm {
  readonly key: string;
  readonly at: string;
  readonly name: string;
  readonly step: { readonly kind: 'do' | 'undo' | 'redo'; readonly label: string } | null;
  readonly form: object;
}

export interface HistoryOfForm<S extends SavedForm> {
  readonly steps: { readonly undo: string | null; readonly redo: string | null };
  readonly move: (kind: 'undo' | 'redo') => Promise<Result<{ readonly label: string | null }, Failure>>;
  readonly look: (looking: boolean) => void;
  readonly states: readonly S[] | undefined;
  readonly restore: (state: S, label: string) => Promise<Result<unknown, Failure>>;
}

interface DraftHistoryProps<S extends SavedForm> {
  readonly kept: Kept;
  readonly history: HistoryOfForm<S>;
  readonly words: DraftWords;
}

const DONE = { undo: '已撤销', redo: '已重做' } as const;
const NOTHING = { undo: '没有可以撤销的步骤', redo: '没有可以重做的步骤' } as const;

export function DraftHistory<S extends SavedForm>({ kept, history, words }: DraftHistoryProps<S>) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const show = (next: boolean) => {
    setOpen(next);
    history.look(next);
  };

  const move = async (kind: 'undo' | 'redo') => {
    const result = await history.move(kind);
    if (!result.ok) void message.error(saidOf(result.error));
    else void message.info({ key: 'step', content: result.value.label === null ? NOTHING[kind] : `${DONE[kind]}：${result.value.label}` });
  };
  useUndoKeys((kind) => {
    if (history.steps[kind] !== null) void move(kind);
  });

  return (
    <span className="draft-history">
      <SavedNote kept={kept} />
      <Button size="small" aria-haspopup="dialog" onClick={() => { show(true); }}>
        保存记录
      </Button>
      <StepButton words="撤销" keys="Ctrl+Z" label={history.steps.undo} onClick={() => void move('undo')} />
      <StepButton words="重做" keys="Ctrl+Y" label={history.steps.redo} onClick={() => void move('redo')} />
      <Drawer title="保存记录" size="min(60rem, 96vw)" open={open} onClose={() => { show(false); }} destroyOnHidden>
        {open && history.states !== undefined && <SavedStates history={history} states={history.states} words={words} />}
      </Drawer>
    </span>
  );
}

function StepButton({ words, keys, label, onClick }: { readonly words: string; readonly keys: string; readonly label: string | null; readonly onClick: () => void }) {
  return (
    <Button
      size="small"
      // Not disabled outright: after the last step the focus would be thrown off the button.
      aria-disabled={label === null}
      title={label === null ? `没有可以${words}的步骤` : `${words}：${label}（${keys}）`}
      onClick={() => { if (label !== null) onClick(); }}
    >
      {words}
    </Button>
  );
}

function wordsOf({ step }: SavedForm): string {
  return step === null ? '保存' : KINDS[step.kind] + step.label;
}

const KINDS = { do: '', undo: '撤销：', redo: '重做：' } as const;

function SavedStates<S extends SavedForm>({ history, states: all, words }: { readonly history: HistoryOfForm<S>; readonly states: readonly S[]; readonly words: DraftWords }) {
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [present] = all;
  // What undoing or redoing came back to stands in the list once, as what is there now.
  const states = all.filter((state) => state === present || changedFields(words, state.form, present?.form).length > 0);
  if (present === undefined) return <p>还没有保存过。</p>;
  const versions = states.map((state, index): Version => ({
    key: state.key,
    title: index === 0 ? '现在' : `${formatMoment(state.at).slice(-5)} ${wordsOf(state)}`,
    at: state.at,
    name: state.name,
    sections: () => draftSheet(words, state.form),
  }));
  const restore = async (state: S) => {
    const result = await history.restore(state, `恢复到 ${formatMoment(state.at).slice(5)} 的内容`);
    if (result.ok) void message.success('已恢复，可以撤销');
    else void message.error(saidOf(result.error));
  };

  return (
    <>
      <p className="soft saved-states-intro">草稿自动保存，最近一百步都在；定稿以后只保留正式版本。</p>
      <ol className="saved-states">
        {states.map((state, index) => (
          <li key={state.key} aria-current={index === 0}>
            <span>
              {formatMoment(state.at)}　{state.name}　{wordsOf(state)}
            </span>
            {index === 0 ? (
              <span className="soft">现在的内容</span>
            ) : (
              <span>
                <Button size="small" onClick={() => { setChosen({ before: state.key, after: present.key }); }}>看差别</Button>{' '}
                <Button size="small" onClick={() => void restore(state)}>恢复到这一版</Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {chosen !== null && <RevisionCompare versions={versions} chosen={chosen} onChoose={setChosen} />}
    </>
  );
}

function saidOf(failure: Failure): string {
  const { what, next } = sentenceOf(failure);
  return what + next;
}

/** Ctrl+Z undoes, Ctrl+Y or Ctrl+Shift+Z redoes, unless the keys belong to a text field or to a dialog on top. */
function useUndoKeys(move: (kind: 'undo' | 'redo') => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.ctrlKey || event.altKey || event.isComposing || event.defaultPrevented || isElsewhere(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && (key !== 'y' || event.shiftKey)) return;
    event.preventDefault();
    move(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => { onKey(event); };
    document.addEventListener('keydown', listen);
    return () => { document.removeEventListener('keydown', listen); };
  }, []);
}

const WRITTEN_IN = 'textarea, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button], [role=combobox])';

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role=dialog]') !== null || target.matches(WRITTEN_IN)) return true;
  // A list's search box holds text only while one searches.
  return target instanceof HTMLInputElement && target.getAttribute('role') === 'combobox' && target.value !== '';
}
