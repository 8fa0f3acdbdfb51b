// R107 before anything is typed: who handled the contract may fill in the form, but another operator must sign in to accept.

import { Alert } from 'antd';
import { useWorkplace } from '../../bridge/station';
import type { AcceptanceBasis } from './queries';

export function DutyNotice({ basis }: { readonly basis: AcceptanceBasis }) {
  const { operatorId, operator } = useWorkplace();
  if (basis.contract.body.handledBy !== operatorId) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`${operator.name}是这份合同的经办人，不能办理验收定稿。`}
      description="合同经办与验收不能是同一人。可以先填写，内容自动保存；填好后“锁定退出”，由另一名经办人员登录，打开这份草稿定稿。"
    />
  );
}
