// Buyers this station prepares for. A unit has its own from set-up; a county bureau adds units that have no station.

import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { newRecordId } from '../../data/new-id';

export function BuyersBar({ buyers }: { readonly buyers: readonly RowOf<'buyers'>[] }) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  if (station.officeKind === 'unit') return null;
  return (
    <div className="plan-toolbar">
      <span>代编单位：</span>
      {buyers.map(({ id, body }) => (
        <Link key={id} to={`/plan/buyers/${id}`}>
          {body.name}
        </Link>
      ))}
      <Button size="small" onClick={() => void navigate(`/plan/buyers/${newRecordId(station.stationId)}`)}>
        增加购买主体
      </Button>
    </div>
  );
}
