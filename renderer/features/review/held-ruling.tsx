// A ruling that lies here unfinished and cannot simply be gone on with: what it says, why, and what may be done with it.

import { Alert, App, Button, Flex } from 'antd';
import { useState } from 'react';
import type { Failure } from '#shared/base/result';
import type { PlanItem } from '#shared/domain/plan-item';
import { useWorkplace } from '../../bridge/station';
import type { SaveResult } from '../../data/commit';
import type { RowOf } from '../../data/db';
import { draftSheet } from '../../text/draft-sheet';
import { formatMoment } from '../../text/format';
import { binQuestion } from '../../ui/bin-question';
import { FailureNotice } from '../../ui/failure-notice';
import { Panel } from '../../ui/page';
import { RecordSheet } from '../../ui/record-sheet';
import { carryRuling, DROP_RULING, dropRuling, takeOverRuling } from './commands';
import { rulingWords } from './ruling-draft';
import type { RulingDraft } from './ruling-reads';

interface HeldRulingProps {
  readonly item: RowOf<'planItems'>;
  /** The item has been decided otherwise. */
  readonly decided: boolean;
  readonly draft: RulingDraft;
  readonly writer: string;
  /** The revision the ruling was typed about; null when it is not kept. */
  readonly about: PlanItem | null;
}

export function HeldRuling({ item, decided, draft, writer, about }: HeldRulingProps) {
  const { operatorId } = useWorkplace();
  const { modal } = App.useApp();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { typed } = draft;
  const others = typed.decidedBy !== operatorId;
  const who = others ? writer || '另一位经办人' : '您';
  const said = draftSheet(rulingWords(about === null ? [item.body] : [item.body, about]), typed)
    .map((section) => ({ ...section, entries: section.entries.filter(({ value }) => value !== '') }));

  const run = async (act: () => Promise<SaveResult>) => {
    const saved = await act();
    setFailure(saved.ok ? null : saved.error);
  };
  const takeOver = () =>
    void modal.confirm({
      title: '由您接手审定？',
      content: `接手后由您继续填写并作出审定，您就是审定人；${who} 不再填写。`,
      okText: '接手审定',
      cancelText: '取消',
      onOk: () => run(() => takeOverRuling(draft.id, typed, draft.year, operatorId)),
    });
  const drop = () => void modal.confirm(binQuestion(DROP_RULING, () => run(() => dropRuling(draft.id))));

  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={titleOf({ decided, others, who, rev: item.rev, typedRev: typed.planItemRev })}
        description={
          <Flex vertical gap="small" align="start">
            <span>{formatMoment(draft.at)} 保存。{decided ? '没有生效；不需要的可以删除。' : '内容在下面，没有作出审定。'}</span>
            <Flex gap="small" wrap>
              {!decided && others && <Button type="primary" onClick={takeOver}>接手审定</Button>}
              {!decided && !others && (
                <Button type="primary" onClick={() => void run(() => carryRuling(draft.id, typed, item, operatorId))}>带入，逐处核对</Button>
              )}
              {!others && <Button danger onClick={drop}>{decided ? '删除' : '不带入，重新填写'}</Button>}
            </Flex>
          </Flex>
        }
      />
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <Panel title={`未作出的审定（针对第 ${String(typed.planItemRev)} 次送审）`}>
        <RecordSheet sections={said} />
      </Panel>
    </>
  );
}

interface Why {
  readonly decided: boolean;
  readonly others: boolean;
  readonly who: string;
  readonly rev: number;
  readonly typedRev: number;
}

function titleOf({ decided, others, who, rev, typedRev }: Why): string {
  if (decided) return `本项目已有审定；${who}起草的另一份审定没有作出。`;
  if (others) return `${who} 正在审定本项目，还没有作出。`;
  return `本项目已第 ${String(rev)} 次送审；您对第 ${String(typedRev)} 次送审写的审定没有作出，也没有带入。`;
}
