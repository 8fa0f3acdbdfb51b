// Shown when a store of the station cannot be read: nothing is opened empty, nothing is overwritten.

import { useStationState } from '../bridge/station';
import { sentenceOf } from '../text/errors';

export default function DamagePage() {
  const { damage } = useStationState().state;
  const sentence = sentenceOf({ code: damage ?? 'station.damaged' });
  return (
    <div className="waiting" role="alert">
      <b>{sentence.what}</b>
      <span>{sentence.safety}</span>
      <span>{sentence.next}</span>
      <small>编号：{damage ?? 'station.damaged'}</small>
    </div>
  );
}
