// Where things stand in a template: shared by what builds it, what fills it and what reads it back.

import type { Column } from '../../tabular/column';

export type TemplateColumn = Pick<Column<never>, 'title' | 'kind' | 'choices' | 'hint'>;

export const SHEETS = { entry: '填报', instructions: '填写说明', codes: '代码表' } as const;
/** Row 1 says what and for whom, row 2 holds the headings, entries begin below. */
export const HEADING_ROW = 2;
export const FIRST_ROW = 3;
/** How far drop-downs and checks reach. */
export const LAST_ROW = 2000;
/** Rows of an empty template that are printed. */
export const PRINTED_ROWS = 20;
