// What may not be purchased, by document, as in force on a date.

import { List } from 'antd';
import type { BusinessDate } from '#shared/base/date';
import { exclusionsInForce } from '#shared/policy/exclusions';
import { useWorkplace } from '../../bridge/station';
import { ExportButton } from '../../excel/export-button';
import { inBatches } from '../../excel/make-file';
import { ClauseButton } from '../../ui/clause-button';
import { Panel } from '../../ui/page';
import { EXCLUSION_EXPORT } from './export';

export function ExclusionList({ date }: { readonly date: BusinessDate }) {
  const { station } = useWorkplace();
  const exclusions = exclusionsInForce(date);
  return (
    <Panel
      title={`今天有效的共 ${String(exclusions.length)} 项`}
      extra={<ExportButton title="不得购买的事项" creator={station.name} columns={EXCLUSION_EXPORT} rows={() => inBatches(exclusions)} />}
    >
      <List
        size="small"
        dataSource={[...exclusions]}
        renderItem={(exclusion) => (
          <List.Item key={exclusion.id}>
            <span>
              <span className="catalogue-code">{exclusion.id}</span>
              {exclusion.name}
            </span>
            <ClauseButton clause={exclusion.clause} />
          </List.Item>
        )}
      />
    </Panel>
  );
}
