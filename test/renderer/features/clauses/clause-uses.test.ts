import { describe, expect, it } from 'vitest';
import { acceptanceRules } from '#shared/domain/rules/acceptance/check-acceptance';
import { buyerRules } from '#shared/domain/rules/buyer/check-buyer';
import { contractRules } from '#shared/domain/rules/contract/check-contract';
import { decisionRules } from '#shared/domain/rules/decision/check-decision';
import { planItemRules } from '#shared/domain/rules/plan-item/check-plan-item';
import { CLAUSE_IDS } from '#shared/policy/clauses';
import { AREAS } from '../../../../renderer/app/routes';
import { usesOf } from '../../../../renderer/features/clauses/clause-uses';
import { RULE_STATEMENTS } from '../../../../renderer/text/rule-statements';

const RULES = [...buyerRules, ...planItemRules, ...decisionRules, ...contractRules, ...acceptanceRules];

describe('usesOf', () => {
  it('R001 shows every rule under the clause it cites, and nowhere else', () => {
    const shown = CLAUSE_IDS.flatMap((clause) => usesOf(clause).groups.flatMap(({ rules }) => rules.map(({ id }) => `${id} ${clause}`)));
    expect(shown.sort()).toEqual(RULES.map(({ id, clause }) => `${id} ${clause}`).sort());
  });

  it('says beside the special methods of 2014 that a later document closed them', () => {
    const { later } = usesOf('80号文 三(四)3');
    expect(later.map(({ id, clause }) => `${id} ${clause}`)).toContain('plan-item.method-outside-procurement L02');
  });

  it('lists what may not be bought under the clause that forbids it', () => {
    expect(usesOf('80号文 三(三)').exclusions).toHaveLength(9);
    expect(usesOf('L06').exclusions).toHaveLength(6);
  });

  it('leads only to pages that are there', () => {
    const paths = new Set<string>(AREAS.map(({ path }) => path));
    const screens = CLAUSE_IDS.flatMap((clause) => usesOf(clause).screens);
    expect(screens.length).toBeGreaterThan(0);
    for (const { to, title } of screens) expect(paths.has(`/${to.split('/')[1] ?? ''}`), title).toBe(true);
    expect(screens.filter(({ to }) => to.includes(':'))).toEqual([]);
  });
});

describe('RULE_STATEMENTS', () => {
  it('has one short whole sentence for every rule and none for a rule that is gone', () => {
    expect(Object.keys(RULE_STATEMENTS).sort()).toEqual(RULES.map(({ id }) => id).sort());
    for (const sentence of Object.values(RULE_STATEMENTS)) expect(sentence).toMatch(/^.{4,48}。$/);
  });
});
