// 年度计划: the list of a year, one project, and the buyers a county prepares for.

import { Route, Routes } from 'react-router';
import { BuyerPage } from './buyer-page';
import { PlanImportPage } from './import/import-page';
import { PlanListPage } from './plan-list-page';
import { PlanRecordPage } from './plan-record-page';
import './plan.css';

export default function PlanArea() {
  return (
    <Routes>
      <Route index element={<PlanListPage />} />
      <Route path="buyers/:id" element={<BuyerPage />} />
      <Route path="import" element={<PlanImportPage />} />
      <Route path=":id" element={<PlanRecordPage />} />
    </Routes>
  );
}
