// A bundle in a list: its name, and number and SM3 in the same form as on the papers printed from it.

import type { Sm3Hex } from '#shared/base/ids';
import { BUNDLE_EXTENSION } from '#shared/bundle/names';
import { groupedSm3 } from '#shared/bundle/paper-mark';
import './exchange.css';

interface BundleNameProps {
  readonly name: string;
  readonly bundleId: string;
  readonly sm3: Sm3Hex;
}

export function BundleName({ name, bundleId, sm3 }: BundleNameProps) {
  // A file is called by its number unless somebody renamed it.
  const named = name === bundleId || name === `${bundleId}${BUNDLE_EXTENSION}`;
  return (
    <>
      {name}
      <div className="bundle-sm3 soft code">
        {named ? '' : `数据包 ${bundleId}　`}SM3 {groupedSm3(sm3)}
      </div>
    </>
  );
}
