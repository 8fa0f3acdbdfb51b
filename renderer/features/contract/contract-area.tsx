// Contracts 合同: the list, choosing an approved item, the form, and the contract as finalised.

import { Route, Routes } from 'react-router';
import { ChooseItem } from './choose-item';
import { ContractEdit } from './contract-edit';
import { ContractList } from './contract-list';
import { ContractView } from './contract-view';

export default function ContractArea() {
  return (
    <Routes>
      <Route index element={<ContractList />} />
      <Route path="new" element={<ChooseItem />} />
      <Route path=":contractId" element={<ContractView />} />
      <Route path=":contractId/edit" element={<ContractEdit />} />
    </Routes>
  );
}
