// 编制购买项目: the preparer's form. It saves itself; handing over checks everything and says who may review.

import { Alert, App, Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RecordId } from '#shared/base/ids';
import { useStationState, useWorkplace } from '../../bridge/station';
import type { KeptState } from '../../data/draft-keeper';
import { useFormHistory } from '../../data/use-form-history';
import { DraftHistory } from '../../ui/draft-history';
import type { FindingView } from '../../ui/findings';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { Page } from '../../ui/page';
import { SavedTrouble } from '../../ui/saved-note';
import { type Cell, createCell, useCell } from './cell';
import type { PlanDraft } from './drafts';
import { checkPlan } from './plan-check';
import { labelOfPath, PLAN_WORDS } from './plan-fields';
import { PlanFormBody } from './plan-form-body';
import { type PlanNeighbours, surroundingsOf } from './plan-report';
import { planFormSchema, type PlanStored, type PlanTyped } from './plan-typed';
import { type PlanDraftOnScreen, usePlanDraft } from './use-plan-draft';
import { usePlanRoute } from './use-narrowing';

interface PlanFormPageProps {
  readonly id: RecordId;
  readonly basedOnRev: number;
  readonly draft: PlanDraft;
  readonly neighbours: PlanNeighbours;
  readonly opinions: readonly FindingView[];
  /** The finance office's word on the revision before, in one sentence. */
  readonly ruling: string | null;
}

export default function PlanFormPage({ id, basedOnRev, draft, neighbours, opinions, ruling }: PlanFormPageProps) {
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const list = usePlanRoute(draft.typed.year);
  const { operatorId } = useWorkplace();
  const { operators } = useStationState().state;
  const form = useTypedForm<PlanTyped, PlanStored>(planFormSchema, draft.typed);
  const [typed] = useState(() => createCell(draft.typed));
  const [checked, setChecked] = useState(false);
  const [failed, setFailed] = useState(false);

  const onSecret = useCallback(
    (path: string) => {
      modal.error({
        title: '已停止录入',
        content: `“${labelOfPath(path)}”中出现国家秘密的标志用语。本系统不得录入国家秘密：刚才的内容没有保存，该栏已恢复为原来的内容，并已记录这次停止（不含内容）。如确属涉密项目，请按保密规定在涉密系统中办理。`,
        okText: '知道了',
      });
    },
    [modal],
  );
  const screen = usePlanDraft({ id, basedOnRev, draft, form, onChange: typed.write, onSecret });

  const handOver = async () => {
    setChecked(true);
    await form.trigger();
    const values = form.getValues();
    typed.write(values);
    const { problems } = checkPlan(values, surroundingsOf(id, values, neighbours));
    const stops = problems.filter(({ severity }) => severity === 'block').length;
    setFailed(stops > 0);
    if (stops > 0) return;
    const kept = await screen.setForReview(true);
    if (kept.phase === 'failed' || kept.phase === 'stopped') return;
    const others = operators.filter((operator) => operator.active && operator.id !== operatorId);
    modal.success({
      title: '已送审，等待审核定稿',
      content:
        others.length === 0
          ? '编制人与审核人不能是同一人，本单位只登记了您一位经办人。请先在“本单位”增加一位经办人，由其登录后打开本项目，点“审核定稿”。'
          : `编制人与审核人不能是同一人。请由 ${others.map(({ name, post }) => `${name}（${post}）`).join('、')} 登录后打开本项目，点“审核定稿”。`,
      okText: '返回列表',
      onOk: () => void navigate(list()),
    });
  };

  const actions = useMemo(
    () => <Button onClick={() => void navigate(list())}>返回列表</Button>,
    [navigate, list],
  );
  return (
    <Page
      title={basedOnRev === 0 ? '编制购买项目' : `修改第 ${String(basedOnRev)} 版，重新送审`}
      intro={<FormIntro id={id} year={draft.typed.year} typed={typed} screen={screen} buyers={neighbours.buyers} />}
      actions={
        <>
          {actions}
          <Button type="primary" onClick={() => void handOver()}>
            送审
          </Button>
        </>
      }
    >
      <FormShell form={form} label="购买项目" onSubmit={handOver}>
        <div className="plan-page">
          <SaveTrouble kept={screen.kept} />
          {ruling !== null && <Alert type="warning" showIcon title={ruling} />}
          {failed && <StillOpen id={id} typed={typed} neighbours={neighbours} />}
          <PlanFormBody id={id} typed={typed} neighbours={neighbours} checked={checked} opinions={opinions} />
        </div>
      </FormShell>
    </Page>
  );
}

interface FormIntroProps {
  readonly id: RecordId;
  readonly year: number;
  readonly typed: Cell<PlanTyped>;
  readonly screen: PlanDraftOnScreen;
  readonly buyers: PlanNeighbours['buyers'];
}

function FormIntro({ id, year, typed, screen, buyers }: FormIntroProps) {
  const { number, name } = useCell(typed);
  const kept = useCell(screen.kept);
  const history = useFormHistory({ id, kind: 'planItems' }, year, screen.keeper, screen.show);
  const words = useMemo(
    () => ({ ...PLAN_WORDS, show: { ...PLAN_WORDS.show, buyerId: (buyer: string) => buyers.find((one) => one.id === buyer)?.body.name } }),
    [buyers],
  );
  return (
    <>
      {year} 年　{number}　{name === '' ? '（未命名）' : name}　<DraftHistory kept={kept} history={history} words={words} />
    </>
  );
}

function SaveTrouble({ kept }: { readonly kept: Cell<KeptState> }) {
  return <SavedTrouble kept={useCell(kept)} />;
}

/** Stands after a vain try to hand over, until everything is mended. */
function StillOpen({ id, typed: cell, neighbours }: { readonly id: RecordId; readonly typed: Cell<PlanTyped>; readonly neighbours: PlanNeighbours }) {
  const typed = useCell(cell);
  const stops = checkPlan(typed, surroundingsOf(id, typed, neighbours)).problems.filter(({ severity }) => severity === 'block').length;
  if (stops === 0) return null;
  return <Alert type="error" showIcon role="alert" title={`还有 ${String(stops)} 处须填写或改正，没有送审。草稿已保存，可以点“查看清单”逐处处理。`} />;
}
