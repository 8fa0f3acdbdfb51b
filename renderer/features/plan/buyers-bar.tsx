// Buyers this station prepares for. A unit has its own from set-up; a county bureau adds units that have no station.

import { Alert, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { newRecordId } from '../../data/new-id';

export function BuyersBar({ buyers }: { readonly buyers: readonly RowOf<'buyers'>[] }) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  if (station.officeKind === 'unit' && buyers.length > 0) return null;
  const add = (
    <Button size="small" onClick={() => void navigate(`/plan/buyers/${newRecordId(station.stationId)}`)}>
      增加购买主体
    </Button>
  );
  if (buyers.length === 0) {
    return <Alert type="info" showIcon title="还没有购买主体。没有装本程序的单位由财政局代编计划，请先登记该单位。" action={add} />;
  }
  return (
    <div className="plan-toolbar">
      <span>代编单位：</span>
      {buyers.map(({ id, body }) => (
        <Link key={id} to={`/plan/buyers/${id}`}>
          {body.name}
        </Link>
      ))}
      {add}
    </div>
  );
}
