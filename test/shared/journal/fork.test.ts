// Forks between a held and a received line.
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../shared/base/bytes';
import type { StationId } from '../../../shared/base/ids';
import { readyCrypto } from '../../../shared/crypto/sm3';
import { hashLine } from '../../../shared/journal/chain';
import { findFork, type PlacedLine } from '../../../shared/journal/fork';

const author = '0123456789abcdef0123456789abcdef' as StationId;
const stranger = 'fedcba9876543210fedcba9876543210' as StationId;
const placed = (text: string, seq = 5, by = author): PlacedLine => ({ author: by, seq, text, hash: hashLine(utf8(text)) });

beforeAll(readyCrypto);

describe('findFork', () => {
  it('finds two different lines of one author at one place and keeps both', () => {
    const held = placed('ours');
    const received = placed('theirs');
    expect(findFork(held, received)).toEqual({
      author,
      seq: 5,
      held: { text: 'ours', hash: held.hash },
      received: { text: 'theirs', hash: received.hash },
    });
  });

  it('finds none between equal lines, other places or other authors', () => {
    expect(findFork(placed('same'), placed('same'))).toBeNull();
    expect(findFork(placed('a', 5), placed('b', 6))).toBeNull();
    expect(findFork(placed('a'), placed('b', 5, stranger))).toBeNull();
  });
});
