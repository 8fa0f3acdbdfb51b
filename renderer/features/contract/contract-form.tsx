// The contract form: saves itself, checks itself against item and approval while typed, and is finalised by who handles it.

import { App, Button, Flex } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { type RecordId, recordIdSchema } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import type { Failure } from '#shared/base/result';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { useDraft } from '../../data/use-draft';
import { CheckPanel } from '../../ui/check-panel';
import { FailureNotice } from '../../ui/failure-notice';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { LiveFindings } from '../../ui/live-findings';
import { Page } from '../../ui/page';
import { pointOut } from '../../ui/point-out';
import { SavedNote, SavedTrouble } from '../../ui/saved-note';
import { BasisPanel } from './basis-panel';
import { draftYear, dropContractDraft, finaliseContract } from './commands';
import { toLoose } from './contract-convert';
import { contractFormSchema, type ContractStored, type ContractTyped } from './contract-typed';
import { ElementSections } from './element-sections';
import { HeadSections } from './head-sections';
import { type ContractBasis, contractContext, readContractBasis } from './queries';

interface ContractEditorProps {
  readonly id: RecordId;
  readonly initial: ContractTyped;
  readonly basedOnRev: number;
}

export function ContractEditor(props: ContractEditorProps) {
  const planItemId = recordIdSchema.safeParse(props.initial.planItemId).data;
  const basis = useLive(() => (planItemId === undefined ? null : readContractBasis(planItemId)), [planItemId]);
  if (basis === undefined || basis === null) return null;
  return <ContractFormPage {...props} basis={basis} />;
}

function ContractFormPage({ id, initial, basedOnRev, basis }: ContractEditorProps & { readonly basis: ContractBasis }) {
  const { station, operatorId, operator } = useWorkplace();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useTypedForm<ContractTyped, ContractStored>(contractFormSchema, initial);
  const draft = useDraft({ id, kind: 'contracts', basedOnRev, own: station.stationId }, form, draftYear);

  const check = useCallback(
    (typed: ContractTyped) => checkContract(toLoose(typed), contractContext(basis, id, typed.decisionId)),
    [basis, id],
  );

  const finalise = async (stored: ContractStored) => {
    await draft.settle();
    const reply = await finaliseContract(id, stored, basedOnRev, operatorId);
    if (!reply.ok) {
      setFailure(reply.error);
      return;
    }
    draft.abandon();
    void navigate(`/contracts/${id}`, { replace: true });
  };

  const confirm = (stored: ContractStored) => {
    setFailure(null);
    const blocking = pointOut(form, checkContract(stored, contractContext(basis, id, stored.decisionId)));
    if (blocking > 0) {
      void message.warning(`还有 ${String(blocking)} 处须改正，见页末“定稿前检查”。`);
      return;
    }
    void modal.confirm({
      title: `合同定稿：${stored.name}`,
      content: (
        <>
          <p>
            合同金额 {formatYuan(stored.amountFen)} 元，{toChineseAmountWithCurrency(stored.amountFen)}。
          </p>
          <p>经办人 {operator.name}。定稿后成为正式记录；验收须由另一人办理。导出以前还可以修订。</p>
        </>
      ),
      okText: '定稿',
      cancelText: '再看看',
      onOk: () => finalise(stored),
    });
  };

  const remove = () =>
    void modal.confirm({
      title: basedOnRev > 0 ? '放弃这次修订？' : '删除这份草稿？',
      okText: basedOnRev > 0 ? '放弃修订' : '删除',
      okButtonProps: { danger: true },
      cancelText: '保留',
      onOk: async () => {
        draft.abandon();
        const reply = await dropContractDraft(id);
        if (reply.ok) void navigate('/contracts', { replace: true });
        else setFailure(reply.error);
      },
    });

  return (
    <FormShell form={form} label="合同" onSubmit={confirm}>
      <LiveFindings<ContractTyped> check={check}>
        <Page
          title={basedOnRev > 0 ? `修订合同（第 ${String(basedOnRev + 1)} 版）` : '新建合同'}
          intro={<SavedNote kept={draft.state} />}
          actions={
            <>
              <Button onClick={() => void navigate('/contracts')}>返回列表</Button>
              <Button danger onClick={remove}>
                {basedOnRev > 0 ? '放弃修订' : '删除草稿'}
              </Button>
              <Button type="primary" htmlType="submit">
                定稿
              </Button>
            </>
          }
        >
          <SavedTrouble kept={draft.state} />
          <BasisPanel basis={basis} id={id} />
          <HeadSections />
          <ElementSections />
          <CheckPanel<ContractTyped> />
          <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
          <Flex>
            <Button type="primary" htmlType="submit">
              定稿
            </Button>
          </Flex>
        </Page>
      </LiveFindings>
    </FormShell>
  );
}
