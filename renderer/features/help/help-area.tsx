// 操作指南: every page's help in one place, all keys, and the sheets to print.

import { Route, Routes } from 'react-router';
import { GuidePage } from './guide-page';
import { KeysPage } from './keys-page';
import { SheetsPage } from './sheets-page';

export default function HelpArea() {
  return (
    <Routes>
      <Route index element={<GuidePage />} />
      <Route path="keys" element={<KeysPage />} />
      <Route path="sheets" element={<SheetsPage />} />
    </Routes>
  );
}
