import { describe, expect, it } from 'vitest';
import type { Acceptance } from '#shared/domain/acceptance';
import type { AcceptanceContext } from '#shared/domain/rules/acceptance/acceptance-rule';
import { checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { acceptance, acceptanceContext, findingsOf, PREPARER } from '../../samples';

const check = (changes: Partial<Acceptance>, context: Partial<AcceptanceContext> = {}) =>
  checkAcceptance(acceptance(changes), acceptanceContext(context));
const rules = (changes: Partial<Acceptance>, context: Partial<AcceptanceContext> = {}) => check(changes, context).map((finding) => finding.rule);
const [first, second] = acceptance().lines;

describe('recipientOpinion', () => {
  it('R077 does not let a public service pass without its recipients', () => {
    expect(findingsOf(check({ recipientOpinion: null }), 'acceptance.recipient-opinion').map((finding) => finding.field)).toEqual([
      'recipientOpinion.asked', 'recipientOpinion.content', 'recipientOpinion.words',
    ]);
    expect(rules({ recipientOpinion: { asked: 0, content: 0, words: '无' } })).toEqual(['acceptance.recipient-opinion']);
    expect(rules({ recipientOpinion: { asked: 1, content: 0, words: '不满意' } })).toEqual([]);
  });

  it('R077 asks it of category 1 only, and not of what failed', () => {
    expect(rules({ recipientOpinion: null }, { catalogueCode: '5.11' })).toEqual([]);
    const failed = {
      outcome: 'failed', payableFen: 0, recipientOpinion: null,
      lines: [{ ...first!, acceptedE4: 0, conforms: false }, { ...second!, acceptedE4: 0, conforms: false }],
    } as const;
    expect(rules({ ...failed, lines: [...failed.lines] })).toEqual([]);
  });

  it('counts no more content than asked', () => {
    expect(rules({ recipientOpinion: { asked: 3, content: 4, words: '好' } })).toEqual(['acceptance.opinion-counts']);
  });
});

describe('recipientMember and membersMissing', () => {
  it('ask for a recipient among the members of a public service, and for members at all', () => {
    const [buyer] = acceptance().members;
    expect(findingsOf(check({ members: [buyer!] }), 'acceptance.recipient-member')).toEqual([
      expect.objectContaining({ severity: 'warn', clause: 'L32' }),
    ]);
    expect(rules({ members: [buyer!] }, { catalogueCode: '5.11' })).toEqual([]);
    expect(rules({ members: [] }, { catalogueCode: '5.11' })).toEqual(['acceptance.members-missing']);
  });
});

describe('samePerson', () => {
  it('R107 refuses the operator who handled the contract', () => {
    expect(findingsOf(check({ acceptedBy: PREPARER }), 'acceptance.same-person')).toEqual([
      expect.objectContaining({ field: 'acceptedBy', severity: 'block' }),
    ]);
  });
});

describe('outcomePassed, outcomePartly and outcomeFailed', () => {
  const part = { ...second!, acceptedE4: 30_000, conforms: false };

  it('R077 agree with the lines', () => {
    expect(rules({ outcome: 'passed', lines: [first!, part], payableFen: 8_750_075 })).toEqual(['acceptance.outcome-passed']);
    expect(rules({ outcome: 'partly', lines: [first!, part], payableFen: 8_750_075 })).toEqual([]);
    expect(rules({ outcome: 'partly' })).toEqual(['acceptance.outcome-partly']);
    expect(rules({ outcome: 'failed' })).toEqual(['acceptance.outcome-failed']);
  });

  it('R077 do not let a line pass that does not conform although it was accepted', () => {
    expect(rules({ lines: [first!, { ...second!, conforms: false }] })).toEqual(['acceptance.outcome-passed']);
  });
});

describe('contractNotCurrent, contractUnknown and dates', () => {
  it('hold the acceptance to the contract as it is now', () => {
    expect(rules({ contractRev: 2 })).toEqual(['acceptance.contract-not-current']);
    expect(rules({}, { contract: undefined })).toEqual(['acceptance.contract-unknown']);
  });

  it('keep the order of dates', () => {
    expect(rules({ acceptedOn: '2026-03-24' })).toEqual(['acceptance.before-signing']);
    expect(rules({ acceptedOn: '2026-03-25' })).toEqual(['acceptance.before-start']);
    expect(rules({ acceptedOn: '2026-04-01' })).toEqual([]);
    expect(rules({ acceptedOn: '2027-04-07' })).toEqual(['acceptance.in-future']);
  });
});

describe('beforeStart', () => {
  it('asks the office to make sure on the last day before the agreed term, and rests on the clause on accepting results', () => {
    expect(check({ acceptedOn: '2026-03-31' })).toEqual([
      expect.objectContaining({
        rule: 'acceptance.before-start',
        severity: 'warn',
        clause: '80号文 三(四)3',
        field: 'acceptedOn',
        evidence: { acceptedOn: '2026-03-31', startsOn: '2026-04-01' },
      }),
    ]);
  });
});

describe('acceptanceHeadMissing', () => {
  it('asks an empty form for number, day, outcome and amount', () => {
    expect(findingsOf(checkAcceptance({}, acceptanceContext()), 'acceptance.head-missing').map((finding) => finding.field)).toEqual([
      'number', 'acceptedOn', 'outcome', 'payableFen',
    ]);
  });
});

describe('acceptanceSecrecyWords', () => {
  it('R048 blocks a word of secrecy in any text', () => {
    expect(rules({ lines: [{ ...first!, actual: '涉密材料已销毁' }, second!] })).toEqual(['acceptance.secrecy-words']);
  });
});
