// The ruling on one item while it is written: it saves itself, is checked as it is typed, and is made after a last question.

import { Alert, App, Button } from 'antd';
import { useMemo, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import { formatYuan } from '#shared/base/money';
import type { RecordId } from '#shared/base/ids';
import { useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { useDraft } from '../../data/use-draft';
import { OUTCOME_LABELS } from '../../text/standing';
import { DraftHistory } from '../../ui/draft-history';
import { FailureNotice } from '../../ui/failure-notice';
import { FindingLines } from '../../ui/finding-lines';
import { FindingsProvider, toFindingViews } from '../../ui/findings';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { useLastQuestions } from '../../ui/last-questions';
import { Panel } from '../../ui/page';
import { pointOut } from '../../ui/point-out';
import { SavedTrouble } from '../../ui/saved-note';
import { checkRuling, decide, decisionFor, DROP_RULING, dropRuling } from './commands';
import { OpinionSheet } from './opinion-sheet';
import type { ReviewSubject } from './queries';
import { ReviewFrame } from './review-frame';
import { layUnder, readRuling, rulingWords } from './ruling-draft';
import { RulingFields } from './ruling-fields';
import { type RulingForm, rulingFormSchema } from './ruling-schema';

export interface OpenedRuling {
  readonly id: RecordId;
  readonly initial: RulingForm;
  /** True when a draft of it was there. */
  readonly begun: boolean;
  /** The revision it is about, which stays under the hands of who reads it. */
  readonly item: RowOf<'planItems'>;
}

interface RulingPageProps {
  readonly opened: OpenedRuling;
  /** As it is now: `opened` stays with the revision the form was opened for. */
  readonly subject: ReviewSubject;
}

/** Fields whose findings stand beside them. */
const RULED: ReadonlySet<string> = new Set<keyof RulingForm>(['outcome', 'amountFen', 'documentNumber', 'decidedOn', 'opinion']);

type Stored = Parameters<typeof decisionFor>[1] & Pick<RulingForm, 'carriedFrom'>;

export function RulingPage({ opened, subject }: RulingPageProps) {
  const { station, operatorId } = useWorkplace();
  const { message } = App.useApp();
  const checkedButton = useRef<HTMLButtonElement>(null);
  const { id, item } = opened;
  const words = useMemo(() => rulingWords([item.body]), [item.body]);
  const form = useTypedForm<RulingForm, Stored>(rulingFormSchema, opened.initial);
  const draft = useDraft(
    { id, kind: 'decisions', basedOnRev: 0, own: station.stationId, operator: operatorId, words },
    { form, yearOf: () => item.body.year, read: (saved) => layUnder(readRuling(saved, operatorId), item, operatorId) },
  );
  const { failure, setFailure, finalise, remove } = useLastQuestions(draft);
  const begun = opened.begun || draft.state.phase !== 'unchanged';
  const newer = subject.item.hash !== item.hash;

  const typed = useWatch({ control: form.control }) as RulingForm;
  const findings = useMemo(() => {
    const parsed = rulingFormSchema.safeParse(typed);
    return parsed.success ? checkRuling(subject, decisionFor({ item }, parsed.data, operatorId)) : [];
  }, [typed, subject, item, operatorId]);
  const views = toFindingViews(findings);

  const confirm = (stored: Stored) => {
    setFailure(null);
    if (stored.carriedFrom > 0) {
      void message.warning('请先核对带入的内容，点“已逐处核对”。');
      checkedButton.current?.focus();
      return;
    }
    const decision = decisionFor({ item }, stored, operatorId);
    if (pointOut(checkRuling(subject, decision)) > 0) return;
    const today = todayInShanghai(Date.now());
    const question = {
      title: `${OUTCOME_LABELS[stored.outcome]}：${item.body.name}`,
      content: `审定金额 ${formatYuan(stored.amountFen)} 元，文号 ${stored.documentNumber}，审定日期 ${stored.decidedOn}${stored.decidedOn === today ? '' : `（今天是 ${today}）`}。定稿后不能更改，是否确定？`,
    };
    finalise(question, '确定', { write: () => decide(id, decision), to: '/review' });
  };
  const drop = () => { remove(DROP_RULING, '删除', { write: () => dropRuling(id), to: '/review' }); };

  return (
    <FindingsProvider findings={views}>
      <FormShell form={form} label="审定" onSubmit={confirm}>
        <ReviewFrame
          subject={subject}
          note={<DraftHistory kept={draft.state} history={draft.history} words={words} />}
          actions={
            <>
              {begun && <Button danger onClick={drop}>删除草稿</Button>}
              <Button type="primary" onClick={() => { form.setFocus('outcome'); }}>填写审定</Button>
            </>
          }
        >
          <SavedTrouble kept={draft.state} />
          {newer && <Resubmitted rev={subject.item.rev} settle={draft.settle} />}
          {typed.carriedFrom > 0 && (
            <Alert
              type="warning"
              showIcon
              title={`下面填写的内容写于第 ${String(typed.carriedFrom)} 次送审，请对照现在的第 ${String(item.rev)} 次送审逐处核对。`}
              description="两次送审的差别，点页首的“版本”对照。"
              action={<Button ref={checkedButton} onClick={() => { form.setValue('carriedFrom', 0); }}>已逐处核对</Button>}
            />
          )}
          <Panel title="送审内容">
            <OpinionSheet item={item.body} />
          </Panel>
          <Panel title="审定">
            <RulingFields requestedFen={item.body.amountFen} />
            <FindingLines findings={views.filter(({ field }) => !RULED.has(field))} />
            <FailureNotice failure={failure} />
            <Button type="primary" htmlType="submit" style={{ marginTop: 8 }}>
              作出审定
            </Button>
          </Panel>
        </ReviewFrame>
      </FormShell>
    </FindingsProvider>
  );
}

/** The item came anew while its form was open: what is typed is kept, and the way to the new revision goes through the list. */
function Resubmitted({ rev, settle }: { readonly rev: number; readonly settle: () => Promise<unknown> }) {
  const navigate = useNavigate();
  const leave = async () => {
    await settle();
    void navigate('/review');
  };
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={`报送单位刚刚第 ${String(rev)} 次送审，这里还是先前的内容，不能据此审定。`}
      description="填写的内容已保存，重新打开后可以带入核对。"
      action={<Button onClick={() => void leave()}>返回列表</Button>}
    />
  );
}
