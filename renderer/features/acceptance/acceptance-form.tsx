// The acceptance form: saves itself, checks itself against the contract while typed, and is finalised by who accepts.

import { App, Button, Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import type { Failure } from '#shared/base/result';
import { checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { isPublicService } from '#shared/domain/rules/plan-item/need';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { useDraft } from '../../data/use-draft';
import { ACCEPTANCE_OUTCOME_LABELS } from '../../text/acceptance';
import { CheckPanel } from '../../ui/check-panel';
import { FailureNotice } from '../../ui/failure-notice';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { LiveFindings } from '../../ui/live-findings';
import { Page } from '../../ui/page';
import { pointOut } from '../../ui/point-out';
import { SavedNote, SavedTrouble } from '../../ui/saved-note';
import { toLoose } from './acceptance-convert';
import { acceptanceFormSchema, type AcceptanceStored, type AcceptanceTyped } from './acceptance-typed';
import { draftYear, dropAcceptanceDraft, finaliseAcceptance } from './commands';
import { DutyNotice } from './duty-notice';
import { LinesSection } from './lines-section';
import { acceptanceContext, type AcceptanceBasis, readAcceptanceBasis } from './queries';
import { HeadSection, PeopleSections, VerdictSections } from './verdict-sections';

interface AcceptanceEditorProps {
  readonly id: RecordId;
  readonly contractId: RecordId;
  readonly initial: AcceptanceTyped;
  readonly basedOnRev: number;
}

export function AcceptanceEditor(props: AcceptanceEditorProps) {
  const basis = useLive(() => readAcceptanceBasis(props.contractId), [props.contractId]);
  if (basis === undefined || basis === null) return null;
  return <AcceptanceFormPage {...props} basis={basis} />;
}

function AcceptanceFormPage({ id, initial, basedOnRev, basis }: AcceptanceEditorProps & { readonly basis: AcceptanceBasis }) {
  const { station, operatorId, operator } = useWorkplace();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { contract } = basis;
  const schema = useMemo(() => acceptanceFormSchema(contract.body), [contract.body]);
  const context = useMemo(() => acceptanceContext(basis, id), [basis, id]);
  const form = useTypedForm<AcceptanceTyped, AcceptanceStored>(schema, initial);
  const draft = useDraft({ id, kind: 'acceptances', basedOnRev, own: station.stationId }, form, draftYear);

  const check = useCallback(
    (typed: AcceptanceTyped) => checkAcceptance(toLoose(typed, context, operatorId), context),
    [context, operatorId],
  );

  const finalise = async (stored: AcceptanceStored) => {
    await draft.settle();
    const reply = await finaliseAcceptance(id, stored, basedOnRev, operatorId);
    if (!reply.ok) {
      setFailure(reply.error);
      return;
    }
    draft.abandon();
    void navigate(`/acceptances/${id}`, { replace: true });
  };

  const confirm = (stored: AcceptanceStored) => {
    setFailure(null);
    const blocking = pointOut(form, checkAcceptance({ ...stored, acceptedBy: operatorId }, context));
    if (blocking > 0) {
      void message.warning(`还有 ${String(blocking)} 处须改正，见页末“定稿前检查”。`);
      return;
    }
    void modal.confirm({
      title: `验收定稿：${ACCEPTANCE_OUTCOME_LABELS[stored.outcome]}`,
      content: (
        <>
          <p>
            应付 {formatYuan(stored.payableFen)} 元，{toChineseAmountWithCurrency(stored.payableFen)}。
          </p>
          <p>验收人 {operator.name}，合同经办人 {basis.handlerName}。定稿后成为正式记录。</p>
        </>
      ),
      okText: '定稿',
      cancelText: '再看看',
      onOk: () => finalise(stored),
    });
  };

  const remove = () =>
    void modal.confirm({
      title: basedOnRev > 0 ? '放弃这次更正？' : '删除这份草稿？',
      okText: basedOnRev > 0 ? '放弃更正' : '删除',
      okButtonProps: { danger: true },
      cancelText: '保留',
      onOk: async () => {
        draft.abandon();
        const reply = await dropAcceptanceDraft(id);
        if (reply.ok) void navigate('/acceptances', { replace: true });
        else setFailure(reply.error);
      },
    });

  return (
    <FormShell form={form} label="验收" onSubmit={confirm}>
      <LiveFindings<AcceptanceTyped> check={check}>
        <Page
          title={basedOnRev > 0 ? `更正验收（第 ${String(basedOnRev + 1)} 版）` : '验收'}
          intro={
            <>
              {contract.body.number}　{contract.body.name}　<SavedNote kept={draft.state} />
            </>
          }
          actions={
            <>
              <Button onClick={() => void navigate('/acceptances')}>返回列表</Button>
              <Button danger onClick={remove}>
                {basedOnRev > 0 ? '放弃更正' : '删除草稿'}
              </Button>
              <Button type="primary" htmlType="submit">
                定稿
              </Button>
            </>
          }
        >
          <SavedTrouble kept={draft.state} />
          <DutyNotice basis={basis} />
          <HeadSection />
          <LinesSection contract={contract.body} context={context} />
          <PeopleSections isPublic={isPublicService({ catalogueCode: basis.catalogueCode ?? undefined })} />
          <VerdictSections context={context} operatorId={operatorId} />
          <CheckPanel<AcceptanceTyped> />
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
