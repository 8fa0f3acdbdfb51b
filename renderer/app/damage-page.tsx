// Shown when a store of the station cannot be read: nothing is opened empty, nothing is overwritten.

import { useStationState } from '../bridge/station';
import { sentenceOf } from '../text/errors';

export default function DamagePage() {
  const { damage } = useStationState().state;
  return <DamageNotice code={damage ?? 'station.damaged'} />;
}

export function DamageNotice({ code }: { readonly code: string }) {
  const sentence = sentenceOf({ code });
  return (
    <div className="waiting" role="alert">
      <b>{sentence.what}</b>
      <span>{sentence.safety}</span>
      <span>{sentence.next}</span>
      <small>编号：{code}</small>
    </div>
  );
}
