// What may not be purchased, by document, as in force on a date.

import { List } from 'antd';
import type { BusinessDate } from '#shared/base/date';
import { exclusionsInForce } from '#shared/policy/exclusions';
import { ClauseButton } from '../../ui/clause-button';
import { Panel } from '../../ui/page';

export function ExclusionList({ date }: { readonly date: BusinessDate }) {
  return (
    <Panel>
      <List
        size="small"
        dataSource={[...exclusionsInForce(date)]}
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
