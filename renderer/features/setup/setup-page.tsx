// First run 首次设置: declaration → office → operators → key → recovery sheet. Nothing is written before the last button.

import { Alert, Button, Flex, Steps } from 'antd';
import { useState } from 'react';
import { type FieldPath, useFormState, useWatch } from 'react-hook-form';
import type { Failure } from '#shared/base/result';
import type { ReplyOf } from '#shared/ipc/contract';
import { callDesk } from '../../bridge/desk';
import { FailureNotice } from '../../ui/failure-notice';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { HelpButton } from '../../ui/help-frame';
import { Kit } from '../../ui/kit';
import { useUnsaved } from '../../bridge/unsaved';
import { DeclarationStep } from './declaration-step';
import { KeyStep } from './key-step';
import { OfficeStep } from './office-step';
import { OperatorsStep } from './operators-step';
import { PathStrip } from './path-strip';
import { RecoverySheet } from './recovery-sheet';
import { SETUP_DEFAULTS, setupSchema, type SetupStored, type SetupTyped, toCreateRequest } from './setup-schema';
import './setup.css';

interface Step {
  readonly title: string;
  readonly fields: readonly FieldPath<SetupTyped>[];
  readonly Body: () => React.ReactNode;
}

const STEPS: readonly Step[] = [
  { title: '保密声明', fields: ['secrecyDeclared'], Body: DeclarationStep },
  { title: '单位', fields: ['officeKind', 'leagueCode', 'regionCode', 'name', 'uscc', 'buyer'], Body: OfficeStep },
  { title: '经办人', fields: ['operators'], Body: OperatorsStep },
  { title: '密钥', fields: ['passphrase'], Body: KeyStep },
];

export default function SetupPage() {
  const form = useTypedForm<SetupTyped, SetupStored>(setupSchema, SETUP_DEFAULTS);
  const [current, setCurrent] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [created, setCreated] = useState<ReplyOf<'createStation'> | null>(null);
  const [busy, setBusy] = useState(false);
  // Nothing is written before the last button, and going into training starts the program again.
  const { isDirty } = useFormState({ control: form.control });
  useUnsaved(isDirty && created === null, 'setup');
  const office = useWatch({ control: form.control, name: 'officeKind' });
  const step = STEPS[current];
  const isLast = current === STEPS.length - 1;

  const advance = async () => {
    if (step !== undefined && (await form.trigger([...step.fields], { shouldFocus: true }))) setCurrent(current + 1);
  };
  const create = async (stored: SetupStored) => {
    setBusy(true);
    const reply = await callDesk('createStation', toCreateRequest(stored));
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply.error);
      return;
    }
    form.reset(SETUP_DEFAULTS);
    setCreated(reply.value);
  };

  return (
    <Kit className="setup">
      {created !== null ? (
        <RecoverySheet created={created} />
      ) : (
        <div className="setup-card">
          <header className="setup-head">
            <h1>购服台　首次设置</h1>
            <HelpButton />
          </header>
          <PathStrip office={office} now={isLast ? 1 : 0} />
          <Steps size="small" current={current} items={STEPS.map(({ title }) => ({ title }))} />
          <FormShell form={form} label="首次设置" onSubmit={isLast ? create : advance}>
            <div className="setup-body">
              {step !== undefined && <step.Body />}
              <FailureNotice failure={failure} />
              {isLast && (
                <Alert type="info" showIcon title="单位、地区和密钥确定后不能更改，请核对后再完成设置。" />
              )}
            </div>
            <Flex justify="space-between">
              <Button disabled={current === 0 || busy} onClick={() => { setCurrent(current - 1); }}>
                上一步
              </Button>
              {/* Two buttons, not one that changes: it would submit the last step while the click that led there still lasts. */}
              {isLast ? (
                <Button key="finish" type="primary" htmlType="submit" loading={busy}>
                  完成设置
                </Button>
              ) : (
                <Button key="next" type="primary" onClick={() => void advance()}>
                  下一步
                </Button>
              )}
            </Flex>
          </FormShell>
        </div>
      )}
    </Kit>
  );
}
