// Kind of office, its place on the list of leagues and banners, name and credit code; for a unit also what makes it a buyer.

import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { checkUscc } from '#shared/base/uscc';
import { OFFICE_KINDS } from '#shared/domain/office';
import { countiesOf, LEAGUES, AUTONOMOUS_REGION } from '#shared/policy/regions';
import { OFFICE_EXPLANATIONS, OFFICE_LABELS } from '../../text/office';
import { BuyerFacts } from '../../ui/buyer-facts';
import { RadioInput } from '../../ui/check-input';
import { Field } from '../../ui/field';
import { ChoiceInput, TextInput } from '../../ui/inputs';
import type { SetupTyped } from './setup-schema';

const toChoice = (place: { code: string; name: string }) => ({ value: place.code, label: place.name });

export function OfficeStep() {
  const { control, setValue, getValues } = useFormContext<SetupTyped>();
  const [officeKind, leagueCode, uscc] = useWatch({ control, name: ['officeKind', 'leagueCode', 'uscc'] });
  const isLocal = officeKind === 'unit' || officeKind === 'county';

  useEffect(() => {
    const { regionCode } = getValues();
    if (officeKind === 'region') setValue('regionCode', AUTONOMOUS_REGION.code);
    else if (officeKind === 'league') setValue('regionCode', leagueCode);
    else if (regionCode.slice(0, 4) !== leagueCode.slice(0, 4) || regionCode.endsWith('00')) setValue('regionCode', '');
  }, [officeKind, leagueCode, getValues, setValue]);

  const usccCheck = checkUscc(uscc);
  const usccHint =
    usccCheck.normalised.length === 18 && usccCheck.problems.includes('check-digit')
      ? '校验码不符，请对照证书核对；核对无误可以继续。'
      : '18 位，见单位的统一社会信用代码证书。';

  return (
    <div className="form-grid">
      <Field<SetupTyped> name="officeKind" label="单位类型" required span={12} hint={OFFICE_EXPLANATIONS[officeKind]}>
        {(field) => <RadioInput control={field} choices={OFFICE_KINDS.map((kind) => ({ value: kind, label: OFFICE_LABELS[kind] }))} />}
      </Field>
      {officeKind !== 'region' && (
        <Field<SetupTyped> name="leagueCode" label="盟市" required span={6}>
          {(field) => <ChoiceInput control={field} choices={LEAGUES.map(toChoice)} />}
        </Field>
      )}
      {isLocal && (
        <Field<SetupTyped> name="regionCode" label="旗县（市、区）" required span={6}>
          {(field) => <ChoiceInput control={field} choices={countiesOf(leagueCode).map(toChoice)} />}
        </Field>
      )}
      <Field<SetupTyped> name="name" label="单位全称" required span={6} hint="与公章一致">
        {(field) => <TextInput control={field} maxLength={100} />}
      </Field>
      <Field<SetupTyped> name="uscc" label="统一社会信用代码" required span={6} hint={usccHint}>
        {(field) => <TextInput control={field} maxLength={24} />}
      </Field>
      {officeKind === 'unit' && <BuyerFacts<SetupTyped> prefix="buyer." />}
    </div>
  );
}
