// Review 计划审定: the submitted items of every buyer, and the finance office's word on each.

import { Route, Routes } from 'react-router';
import { ReviewDetail } from './review-detail';
import { ReviewList } from './review-list';

export default function ReviewArea() {
  return (
    <Routes>
      <Route index element={<ReviewList />} />
      <Route path=":itemId" element={<ReviewDetail />} />
    </Routes>
  );
}
