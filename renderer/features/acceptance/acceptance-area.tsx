// Acceptances 验收: the list, choosing a contract, the form, and the acceptance as finalised.

import { Route, Routes } from 'react-router';
import { AcceptanceEdit } from './acceptance-edit';
import { AcceptanceList } from './acceptance-list';
import { AcceptanceView } from './acceptance-view';
import { ChooseContract } from './choose-contract';
import { StartAcceptance } from './start-acceptance';

export default function AcceptanceArea() {
  return (
    <Routes>
      <Route index element={<AcceptanceList />} />
      <Route path="new" element={<ChooseContract />} />
      <Route path="new/:contractId" element={<StartAcceptance />} />
      <Route path=":acceptanceId" element={<AcceptanceView />} />
      <Route path=":acceptanceId/edit" element={<AcceptanceEdit />} />
    </Routes>
  );
}
