// The acceptance form: saves itself, checks itself against the contract while typed, and is finalised by who accepts.

import { useCallback, useMemo } from 'react';
import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { isPublicService } from '#shared/domain/rules/plan-item/need';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { useDraft } from '../../data/use-draft';
import { ACCEPTANCE_OUTCOME_LABELS } from '../../text/acceptance';
import { useTypedForm } from '../../ui/form-shell';
import { RecordForm } from '../../ui/record-form';
import { alignWithContract, readTyped, toLoose } from './acceptance-convert';
import { acceptanceFormSchema, type AcceptanceStored, type AcceptanceTyped } from './acceptance-typed';
import { ACCEPTANCE_WORDS } from './acceptance-words';
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
  const { contract } = basis;
  const schema = useMemo(() => acceptanceFormSchema(contract.body), [contract.body]);
  const context = useMemo(() => acceptanceContext(basis, id), [basis, id]);
  const form = useTypedForm<AcceptanceTyped, AcceptanceStored>(schema, initial);
  const draft = useDraft(
    { id, kind: 'acceptances', basedOnRev, own: station.stationId, operator: operatorId, words: ACCEPTANCE_WORDS },
    { form, yearOf: draftYear, read: (saved) => alignWithContract(readTyped(saved), contract, context) },
  );

  const check = useCallback(
    (typed: AcceptanceTyped) => checkAcceptance(toLoose(typed, context, operatorId), context),
    [context, operatorId],
  );

  return (
    <RecordForm
      form={form}
      label="验收"
      title={basedOnRev > 0 ? `更正验收（第 ${String(basedOnRev + 1)} 版）` : '验收'}
      intro={`${contract.body.number}　${contract.body.name}　`}
      revising={basedOnRev > 0 ? '更正' : null}
      draft={draft}
      words={ACCEPTANCE_WORDS}
      check={check}
      checkStored={(stored) => checkAcceptance({ ...stored, acceptedBy: operatorId }, context)}
      question={(stored) => ({
        title: `验收定稿：${ACCEPTANCE_OUTCOME_LABELS[stored.outcome]}`,
        content: (
          <>
            <p>
              应付 {formatYuan(stored.payableFen)} 元，{toChineseAmountWithCurrency(stored.payableFen)}。
            </p>
            <p>验收人 {operator.name}，合同经办人 {basis.handlerName}。定稿后成为正式记录。</p>
          </>
        ),
      })}
      finalise={(stored) => finaliseAcceptance(id, stored, basedOnRev, operatorId)}
      discard={() => dropAcceptanceDraft(id)}
      list="/acceptances"
      record={`/acceptances/${id}`}
    >
      <DutyNotice basis={basis} />
      <HeadSection />
      <LinesSection contract={contract.body} context={context} />
      <PeopleSections isPublic={isPublicService({ catalogueCode: basis.catalogueCode ?? undefined })} />
      <VerdictSections context={context} operatorId={operatorId} />
    </RecordForm>
  );
}
