// 购买主体登记: a unit without a station, for which the county bureau prepares.

import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useFormState, useWatch } from 'react-hook-form';
import { Navigate, useNavigate } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import { checkBuyer } from '#shared/domain/rules/buyer/check-buyer';
import { useWorkplace } from '../../bridge/station';
import { putRecord } from '../../data/commit';
import { db, type RowOf } from '../../data/db';
import { useLive } from '../../data/live';
import { BuyerFacts } from '../../ui/buyer-facts';
import { FailureNotice } from '../../ui/failure-notice';
import { Field } from '../../ui/field';
import { FindingsProvider, toFindingViews } from '../../ui/findings';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { TextInput } from '../../ui/inputs';
import { MongolianInput } from '../../ui/mongolian';
import { Page, Panel } from '../../ui/page';
import { useUnsaved } from '../../bridge/unsaved';
import { useRouteId } from '../../ui/use-route-id';
import { blankBuyer, buyerFormSchema, type BuyerStored, type BuyerTyped, toTypedBuyer } from './buyer-typed';

export function BuyerPage() {
  const id = useRouteId('id');
  const row = useLive(() => (id === undefined ? undefined : db.buyers.get(id)), [id]);
  if (id === undefined) return <Navigate to="/plan" replace />;
  if (row === undefined) return <div className="desk-loading" role="status">正在打开</div>;
  return <BuyerForm key={id} id={id} row={row} />;
}

function BuyerForm({ id, row }: { readonly id: RecordId; readonly row: RowOf<'buyers'> | null }) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const form = useTypedForm<BuyerTyped, BuyerStored>(buyerFormSchema, row === null ? blankBuyer(station.regionCode) : toTypedBuyer(row.body));
  const { isDirty } = useFormState({ control: form.control });
  const letGo = useUnsaved(isDirty);
  const [failure, setFailure] = useState<Failure | null>(null);
  const typed = useWatch({ control: form.control }) as BuyerTyped;
  const findings = useMemo(() => {
    const parsed = buyerFormSchema.safeParse(typed);
    // Of a form that is not complete yet only the name in Mongolian script is judged.
    return toFindingViews(checkBuyer(parsed.success ? parsed.data : { mongolianName: typed.mongolianName }, todayInShanghai(Date.now())));
  }, [typed]);

  const save = async (stored: BuyerStored) => {
    const saved = await putRecord('buyers', id, stored);
    if (!saved.ok) {
      setFailure(saved.error);
      return;
    }
    letGo();
    void navigate('/plan');
  };

  return (
    <Page
      title={row === null ? '增加购买主体' : '购买主体'}
      intro={station.officeKind === 'unit' ? undefined : '没有装本程序的单位，由本局代编计划。'}
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
              <Field<BuyerTyped> name="mongolianName" label="蒙古文名称" span={12} hint="有蒙古文公章或门牌的单位填写">
                {(control) => <MongolianInput control={control} />}
              </Field>
              <BuyerFacts<BuyerTyped> />
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
