// A bundle in a list: its name, and number and SM3 in the same form as on the papers printed from it.

import type { Sm3Hex } from '#shared/base/ids';
import { groupedSm3 } from '#shared/bundle/paper-mark';

interface BundleNameProps {
  readonly name: string;
  readonly bundleId: string;
  readonly sm3: Sm3Hex;
}

export function BundleName({ name, bundleId, sm3 }: BundleNameProps) {
  return (
    <>
      {name}
      <div className="soft code" style={{ fontSize: '.8em' }}>
        {name === bundleId ? '' : `数据包 ${bundleId}　`}SM3 {groupedSm3(sm3)}
      </div>
    </>
  );
}
