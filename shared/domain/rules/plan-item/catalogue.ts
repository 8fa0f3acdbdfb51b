// The catalogue a plan draws on: 80号文 三(三) and 三(四)2. It judges the choice, not the words of the project.

import { CATCH_ALL_CODE, catalogueInForce, findCatalogueItem } from '../../../policy/catalogue';
import { governing } from '../../../policy/clauses';
import { findProcurementCode } from '../../../policy/procurement-codes';
import { compact, isBlank } from '../reading';
import { planItemRule } from './plan-item-rule';

export const catalogueMissing = planItemRule({
  id: 'plan-item.catalogue-missing',
  clause: governing('三(四)2'),
  requirement: 'R063',
  severity: 'block',
  check: ({ catalogueCode }) => (isBlank(catalogueCode) ? [{ field: 'catalogueCode', evidence: {} }] : []),
});

/** R063: the item exists in the version chosen, and that version is the one in force on the business date. */
export const catalogueInForceRule = planItemRule({
  id: 'plan-item.catalogue-not-in-force',
  clause: governing('三(四)2'),
  requirement: 'R063',
  severity: 'block',
  check({ catalogueVersion = '', catalogueCode = '' }, { date }) {
    if (isBlank(catalogueCode)) return [];
    const known = findCatalogueItem(catalogueVersion, catalogueCode) !== null;
    if (known && catalogueInForce(date)?.id === catalogueVersion) return [];
    return [{ field: 'catalogueCode', evidence: { catalogueVersion, catalogueCode, date } }];
  },
});

/** R054: the catch-all needs its own name, a reason and the consent of finance. */
export const otherService = planItemRule({
  id: 'plan-item.other-service',
  clause: governing('三(三)6'),
  requirement: 'R054',
  severity: 'block',
  check({ catalogueCode, otherService: other }) {
    if (catalogueCode !== CATCH_ALL_CODE) return [];
    return (['name', 'reason', 'consentDocument'] as const)
      .filter((part) => isBlank(other?.[part]))
      .map((part) => ({ field: `otherService.${part}`, evidence: { missing: part } }));
  },
});

/** A name of its own beside a named item would leave open which of them is meant. */
export const otherServiceUnneeded = planItemRule({
  id: 'plan-item.other-service-unneeded',
  clause: governing('三(三)6'),
  severity: 'warn',
  check({ catalogueCode = '', otherService: other }) {
    if (isBlank(catalogueCode) || catalogueCode === CATCH_ALL_CODE) return [];
    if (other === null || other === undefined || isBlank(other.name)) return [];
    return [{ field: 'otherService.name', evidence: { catalogueCode } }];
  },
});

/** R051: an item that carries a warning has been looked at by a person, who says so. */
export const warnedItemReview = planItemRule({
  id: 'plan-item.warned-item-review',
  clause: governing('三(三)'),
  requirement: 'R051',
  severity: 'block',
  check({ catalogueVersion = '', catalogueCode = '', exclusionReview }) {
    const chosen = findCatalogueItem(catalogueVersion, catalogueCode);
    if (chosen === null || chosen.warning === null || !isBlank(exclusionReview)) return [];
    return [{ field: 'exclusionReview', evidence: { catalogueCode } }];
  },
});

const CONSTRUCTION_WORDS = ['新建', '扩建', '改建', '装修', '拆除', '修缮', '施工'] as const;
const PACKAGE_WORD = '打包';

/** Items on the edge of construction, and the words in a project's name that show a pure service. */
const PURE_SERVICES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  '5.08': ['监理', '咨询', '造价', '评审', '评估', '检测', '审计'],
  '5.16': ['养护', '管理'],
}));

/**
 * R053: engineering services are only pure services; construction, and construction packaged with services, is not bought this way
 * (财预〔2017〕87号二). A name that says 监理 or 咨询 may speak of a building; a package never may.
 */
export const engineering = planItemRule({
  id: 'plan-item.engineering',
  clause: 'L12',
  requirement: 'R053',
  severity: 'block',
  check({ catalogueCode = '', name = '', content = '' }) {
    const pure = PURE_SERVICES.get(catalogueCode);
    if (pure === undefined) return [];
    const texts = compact(`${name}\n${content}`);
    const isPure = pure.some((word) => compact(name).includes(word));
    const words = [...(isPure ? [] : CONSTRUCTION_WORDS), PACKAGE_WORD].filter((word) => texts.includes(word));
    return words.length === 0 ? [] : [{ field: 'content', evidence: { catalogueCode, words: words.join('、') } }];
  },
});

/** The 2022 code is optional; one that is given should be on the list. */
export const procurementCodeUnknown = planItemRule({
  id: 'plan-item.procurement-code-unknown',
  clause: governing('三(四)3'),
  severity: 'warn',
  check({ procurementCode }) {
    if (procurementCode === undefined || procurementCode === null || findProcurementCode(procurementCode) !== null) return [];
    return [{ field: 'procurementCode', evidence: { procurementCode } }];
  },
});
