// A form whose draft becomes an official record: its frame, and the last check before finalising. It writes nothing itself.

import { App, Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { Failure, Result } from '#shared/base/result';
import type { Finding } from '#shared/domain/finding';
import type { DraftWords } from '../text/draft-sheet';
import { CheckPanel } from './check-panel';
import { DraftHistory, type HistoryOfForm, type SavedForm } from './draft-history';
import { FailureNotice } from './failure-notice';
import { FormShell } from './form-shell';
import { type DraftInHand, type LastQuestion, useLastQuestions } from './last-questions';
import { LiveFindings } from './live-findings';
import { Page } from './page';
import { pointOut } from './point-out';
import { SavedTrouble } from './saved-note';

interface RecordFormProps<Typed extends FieldValues, Stored, S extends SavedForm> {
  readonly form: UseFormReturn<Typed, unknown, Stored>;
  /** What the form is about: 合同. */
  readonly label: string;
  readonly title: string;
  /** Stands before the note on saving. */
  readonly intro?: ReactNode;
  /** What changing the official record is called (修订); null for a new record. */
  readonly revising: string | null;
  readonly draft: DraftInHand & { readonly history: HistoryOfForm<S> };
  /** The form's fields in words. */
  readonly words: DraftWords;
  /** Findings on what is typed; stable (useCallback), as it runs on every change. */
  readonly check: (typed: Typed) => readonly Finding[];
  /** Findings on what would be written. */
  readonly checkStored: (stored: Stored) => readonly Finding[];
  /** The question before finalising. */
  readonly question: (stored: Stored) => LastQuestion;
  readonly finalise: (stored: Stored) => Promise<Result<unknown, Failure>>;
  readonly discard: () => Promise<Result<unknown, Failure>>;
  /** Routes: of the list, and of the record once it is official. */
  readonly list: string;
  readonly record: string;
  readonly children: ReactNode;
}

export function RecordForm<Typed extends FieldValues, Stored, S extends SavedForm>(props: RecordFormProps<Typed, Stored, S>) {
  const { form, label, title, intro, revising, draft, words, check, list } = props;
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { failure, setFailure, finalise, remove } = useLastQuestions(draft);

  const confirm = (stored: Stored) => {
    setFailure(null);
    const blocking = pointOut(props.checkStored(stored));
    if (blocking > 0) void message.warning(`还有 ${String(blocking)} 处须改正，见页末“定稿前检查”。`);
    else finalise(props.question(stored), '定稿', { write: () => props.finalise(stored), to: props.record });
  };
  const discard = () => {
    const [asked, okText] = revising === null ? ['删除这份草稿？', '删除'] : [`放弃这次${revising}？`, `放弃${revising}`];
    remove(asked, okText, { write: props.discard, to: list });
  };
  const finaliseButton = (
    <Button type="primary" htmlType="submit">
      定稿
    </Button>
  );

  return (
    <FormShell form={form} label={label} onSubmit={confirm}>
      <LiveFindings<Typed> check={check}>
        <Page
          title={title}
          intro={
            <>
              {intro}
              <DraftHistory kept={draft.state} history={draft.history} words={words} />
            </>
          }
          actions={
            <>
              <Button onClick={() => void navigate(list)}>返回列表</Button>
              <Button danger onClick={discard}>
                {revising === null ? '删除草稿' : `放弃${revising}`}
              </Button>
              {finaliseButton}
            </>
          }
        >
          <SavedTrouble kept={draft.state} />
          {props.children}
          <CheckPanel<Typed> />
          <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
          <Flex>{finaliseButton}</Flex>
        </Page>
      </LiveFindings>
    </FormShell>
  );
}
