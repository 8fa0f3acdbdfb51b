// 购买主体登记: a unit without a station, for which the county bureau prepares.

import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Navigate, useNavigate, useParams } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import { type RecordId, recordIdSchema } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import { checkBuyer } from '#shared/domain/rules/buyer/check-buyer';
import { BUYER_TYPES } from '#shared/policy/code-lists';
import { useWorkplace } from '../../bridge/station';
import { putRecord } from '../../data/commit';
import { db, type RowOf } from '../../data/db';
import { useLive } from '../../data/live';
import { CheckInput } from '../../ui/check-input';
import { FailureNotice } from '../../ui/failure-notice';
import { Field } from '../../ui/field';
import { FindingsProvider, toFindingViews } from '../../ui/findings';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { ChoiceInput, LongTextInput, TextInput } from '../../ui/inputs';
import { Page, Panel } from '../../ui/page';
import { blankBuyer, buyerFormSchema, type BuyerStored, type BuyerTyped, ESTABLISHMENTS, INSTITUTION_CLASSES } from './buyer-typed';

export function BuyerPage() {
  const id = recordIdSchema.safeParse(useParams()['id']);
  const row = useLive(() => (id.success ? db.buyers.get(id.data) : undefined), [id.data]);
  if (!id.success) return <Navigate to="/plan" replace />;
  if (row === undefined) return <div className="desk-loading" role="status">正在打开</div>;
  return <BuyerForm key={id.data} id={id.data} row={row} />;
}

function BuyerForm({ id, row }: { readonly id: RecordId; readonly row: RowOf<'buyers'> | null }) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const form = useTypedForm<BuyerTyped, BuyerStored>(buyerFormSchema, row?.body ?? blankBuyer(station.regionCode));
  const [failure, setFailure] = useState<Failure | null>(null);
  const typed = useWatch({ control: form.control }) as BuyerTyped;
  const findings = useMemo(() => {
    const parsed = buyerFormSchema.safeParse(typed);
    return parsed.success ? toFindingViews(checkBuyer(parsed.data, todayInShanghai(Date.now()))) : [];
  }, [typed]);

  const save = async (stored: BuyerStored) => {
    const saved = await putRecord('buyers', id, stored);
    if (saved.ok) void navigate('/plan');
    else setFailure(saved.error);
  };

  return (
    <Page
      title={row === null ? '增加购买主体' : '购买主体'}
      intro="没有装本程序的单位，由本局代编计划。"
      actions={<Button onClick={() => void navigate('/plan')}>返回列表</Button>}
    >
      <FormShell form={form} label="购买主体" onSubmit={save}>
        <FindingsProvider findings={findings}>
          <Panel>
            <div className="form-grid">
              <Field<BuyerTyped> name="name" label="单位全称" required span={6} hint="与公章一致">
                {(control) => <TextInput control={control} maxLength={100} />}
              </Field>
              <Field<BuyerTyped> name="uscc" label="统一社会信用代码" required span={6}>
                {(control) => <TextInput control={control} maxLength={24} />}
              </Field>
              <Field<BuyerTyped> name="buyerType" label="购买主体类型" required span={12}>
                {(control) => <ChoiceInput control={control} choices={Object.entries(BUYER_TYPES).map(([value, label]) => ({ value, label }))} />}
              </Field>
              <Field<BuyerTyped> name="institutionClass" label="事业单位分类" required span={6}>
                {(control) => <ChoiceInput control={control} choices={INSTITUTION_CLASSES} />}
              </Field>
              <Field<BuyerTyped> name="establishment" label="编制性质" required span={6}>
                {(control) => <ChoiceInput control={control} choices={ESTABLISHMENTS} />}
              </Field>
              <Field<BuyerTyped> name="civilServiceManaged" label="参照公务员法管理">
                {(control) => <CheckInput control={control}>是</CheckInput>}
              </Field>
              <Field<BuyerTyped> name="administrativeFunction" label="具有行政管理职能">
                {(control) => <CheckInput control={control}>是</CheckInput>}
              </Field>
              <Field<BuyerTyped> name="fundedByFinance" label="经费由财政负担">
                {(control) => <CheckInput control={control}>是</CheckInput>}
              </Field>
              <Field<BuyerTyped> name="needStatement" label="通过购买服务提供公共服务的实际需要（群团组织必填）" span={12}>
                {(control) => <LongTextInput control={control} maxLength={500} rows={2} />}
              </Field>
            </div>
            <FailureNotice failure={failure} />
            {findings.some(({ severity }) => severity === 'block') && (
              <Alert type="warning" showIcon title="该单位不符合购买主体条件，可以登记，但其项目不能定稿。" />
            )}
            <Button type="primary" htmlType="submit">
              保存
            </Button>
          </Panel>
        </FindingsProvider>
      </FormShell>
    </Page>
  );
}
