import { describe, expect, it } from 'vitest';
import { deskAtWork } from '../exchange/support';
import { codeOf, countyRequest, valueOf } from '../station/support';

const KEY = 'contract-file/00000000-0000-8000-8000-000000000001';

describe('noticeHandlers', () => {
  it('tell counts alone, and only once they are written down as told', async () => {
    const desk = await deskAtWork(countyRequest);
    expect(valueOf(await desk.handlers.readNoticed({}))).toEqual({ decisions: [], deadlines: [] });
    const noticed = { decisions: [{ author: desk.place().journal.owner, seq: 7 }], deadlines: [KEY] };
    expect(valueOf(await desk.handlers.notify({ decisions: 3, signings: 1, deadlines: 2, noticed }))).toEqual({ shown: true });
    expect(desk.notices).toEqual(['收到批复 3 件，7 日内须签订合同 1 项，48 小时内到期 2 项，请在首页查看。']);
    expect(valueOf(await desk.handlers.readNoticed({}))).toEqual(noticed);
    expect(desk.settings.current.noticed).toEqual(noticed);
  });

  it('write down without telling when nothing is new', async () => {
    const desk = await deskAtWork(countyRequest);
    expect(valueOf(await desk.handlers.notify({ decisions: 0, signings: 0, deadlines: 0, noticed: { decisions: [], deadlines: [KEY] } }))).toEqual({ shown: false });
    expect(desk.notices).toEqual([]);
    expect(desk.settings.current.noticed.deadlines).toEqual([KEY]);
  });

  it('answer nobody who has not signed in', async () => {
    const desk = await deskAtWork(countyRequest);
    await desk.handlers.signOut({});
    expect(codeOf(await desk.handlers.readNoticed({}))).toBe('session.not-signed-in');
    expect(codeOf(await desk.handlers.notify({ decisions: 1, signings: 0, deadlines: 0, noticed: { decisions: [], deadlines: [] } }))).toBe('session.not-signed-in');
    expect(desk.notices).toEqual([]);
  });
});
