// The matrix of requirements R001–R115 goes through 80号文 in its own order; here is which article each number belongs to.

import { type ClauseId, type GoverningArticle, governing } from './clauses';

/** Last requirement of each article, in the order of the document. */
const LAST_OF: readonly (readonly [article: GoverningArticle, last: number])[] = [
  ['题头', 3], ['一', 9], ['二(一)', 10], ['二(二)1', 12], ['二(二)2', 14], ['二(二)3', 19], ['二(二)4', 25], ['二(三)', 28], ['二(四)', 29],
  ['二(四)1', 31], ['二(四)2', 33], ['二(四)3', 34], ['三(一)', 36], ['三(二)', 46], ['三(三)', 48], ['三(三)1', 49], ['三(三)2', 50],
  ['三(三)3', 51], ['三(三)4', 52], ['三(三)5', 53], ['三(三)6', 54], ['三(三)尾', 56], ['三(四)1', 62], ['三(四)2', 67], ['三(四)3', 78],
  ['三(五)', 83], ['三(六)', 91], ['四(一)', 95], ['四(二)', 105], ['四(三)', 110], ['四(四)', 113], ['附注', 115],
];

/** The clause of 80号文 a requirement was read from; null for a number that is not in the matrix. */
export function clauseOfRequirement(id: string): ClauseId | null {
  const number = /^R(\d{3})$/.exec(id)?.[1];
  if (number === undefined || Number(number) < 1) return null;
  const found = LAST_OF.find(([, last]) => Number(number) <= last);
  return found === undefined ? null : governing(found[0]);
}
