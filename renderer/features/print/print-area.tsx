// Print 打印: the papers of the chain, each reached from the list or record it is made of.

import { Navigate, Route, Routes } from 'react-router';
import { AcceptancePrint } from './acceptance-print';
import { ContractPrint } from './contract-print';
import { DecisionPrint } from './decision-print';
import { PlanPrint } from './plan-print';

export default function PrintArea() {
  return (
    <Routes>
      <Route path="plan" element={<PlanPrint />} />
      <Route path="decisions" element={<DecisionPrint />} />
      <Route path="contracts/:id" element={<ContractPrint />} />
      <Route path="acceptances/:id" element={<AcceptancePrint />} />
      <Route path="*" element={<Navigate to="/home" replace />} />
    </Routes>
  );
}
