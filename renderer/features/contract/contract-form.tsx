// The contract form: saves itself, checks itself against item and approval while typed, and is finalised by who handles it.

import { useCallback } from 'react';
import { type RecordId, recordIdSchema } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { useDraft } from '../../data/use-draft';
import { useTypedForm } from '../../ui/form-shell';
import { NotFound } from '../../ui/not-found';
import { RecordForm } from '../../ui/record-form';
import { BasisPanel } from './basis-panel';
import { draftYear, dropContractDraft, finaliseContract } from './commands';
import { readTyped, toLoose } from './contract-convert';
import { contractFormSchema, type ContractStored, type ContractTyped } from './contract-typed';
import { CONTRACT_WORDS } from './contract-words';
import { ElementSections } from './element-sections';
import { HeadSections } from './head-sections';
import { type ContractBasis, contractContext, readContractBasis } from './queries';

interface ContractEditorProps {
  readonly id: RecordId;
  readonly initial: ContractTyped;
  readonly basedOnRev: number;
}

/** The draft itself lies in the list, where it can be looked for and deleted. */
const NO_ITEM = '没有找到这份合同草稿的计划项目，打不开表单。草稿没有改动，仍在列表中；请从已批复的项目重新起草，再删除这份草稿';

export function ContractEditor(props: ContractEditorProps) {
  const planItemId = recordIdSchema.safeParse(props.initial.planItemId).data;
  const basis = useLive(() => (planItemId === undefined ? null : readContractBasis(planItemId)), [planItemId]);
  if (basis === undefined) return null;
  if (basis === null) return <NotFound title="合同" words={NO_ITEM} list="/contracts" />;
  return <ContractFormPage {...props} basis={basis} />;
}

function ContractFormPage({ id, initial, basedOnRev, basis }: ContractEditorProps & { readonly basis: ContractBasis }) {
  const { station, operatorId, operator } = useWorkplace();
  const form = useTypedForm<ContractTyped, ContractStored>(contractFormSchema, initial);
  const draft = useDraft(
    { id, kind: 'contracts', basedOnRev, own: station.stationId, operator: operatorId, words: CONTRACT_WORDS },
    // The approval that stands now, whichever a former state named.
    { form, yearOf: draftYear, read: (saved) => ({ ...readTyped(saved), decisionId: initial.decisionId }) },
  );

  const check = useCallback(
    (typed: ContractTyped) => checkContract(toLoose(typed), contractContext(basis, id, typed.decisionId)),
    [basis, id],
  );

  return (
    <RecordForm
      form={form}
      label="合同"
      title={basedOnRev > 0 ? `修订合同（第 ${String(basedOnRev + 1)} 版）` : '新建合同'}
      revising={basedOnRev > 0 ? '修订' : null}
      draft={draft}
      words={CONTRACT_WORDS}
      check={check}
      checkStored={(stored) => checkContract(stored, contractContext(basis, id, stored.decisionId))}
      question={(stored) => ({
        title: `合同定稿：${stored.name}`,
        content: (
          <>
            <p>
              合同金额 {formatYuan(stored.amountFen)} 元，{toChineseAmountWithCurrency(stored.amountFen)}。
            </p>
            <p>经办人 {operator.name}。定稿后成为正式记录；验收须由另一人办理。导出以前还可以修订。</p>
          </>
        ),
      })}
      finalise={(stored) => finaliseContract(id, stored, basedOnRev, operatorId)}
      discard={() => dropContractDraft(id)}
      list="/contracts"
      record={`/contracts/${id}`}
    >
      <BasisPanel basis={basis} id={id} />
      <HeadSections />
      <ElementSections />
    </RecordForm>
  );
}
