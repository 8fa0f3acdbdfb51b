// Shown when a store of the station cannot be read: nothing is opened empty, nothing is overwritten.

import { setRestoring } from '../bridge/restoring';
import { useStationState } from '../bridge/station';
import { sentenceOf } from '../text/errors';
import { HelpButton } from '../ui/help-frame';

/** Damage that a backup can make good. */
const RESTORABLE: ReadonlySet<string> = new Set([
  'station.damaged', 'journal.damaged', 'journal.gap', 'journal.broken-chain', 'journal.wrong-author', 'journal.bad-line', 'journal.io', 'operator.store-damaged',
  'vault.missing', 'vault.damaged',
]);

export default function DamagePage() {
  const { damage, environment } = useStationState().state;
  return <DamageNotice code={damage ?? 'station.damaged'} training={environment === 'training'} />;
}

export function DamageNotice({ code, training = false }: { readonly code: string; readonly training?: boolean }) {
  const sentence = sentenceOf({ code });
  const restorable = !training && RESTORABLE.has(code);
  return (
    <div className="waiting" role="alert">
      <b>{sentence.what}</b>
      <span>{sentence.safety}</span>
      <span>{training ? '这是演练数据，不作数：点上方“清空演练数据”删除后可以重新填充，正式数据不受影响。' : sentence.next}</span>
      <small>编号：{code}</small>
      <p>
        {restorable && (
          <>
            <button type="button" autoFocus onClick={() => { setRestoring('choosing'); }}>
              从备份恢复
            </button>{' '}
          </>
        )}
        <HelpButton />
      </p>
    </div>
  );
}
