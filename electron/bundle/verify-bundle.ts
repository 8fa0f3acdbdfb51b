// Checking a bundle without a station: for auditors and for the command line. It says line by line what it checked and what
// it could not; it stores nothing and needs no directory.

import type { StationId } from '#shared/base/ids';
import { utf8 } from '#shared/base/bytes';
import type { Failure, Result } from '#shared/base/result';
import { admissionSchema } from '#shared/domain/office';
import type { ExchangeFile, Slice } from '#shared/bundle/exchange-file';
import { checkpointEntry, journalEntry } from '#shared/bundle/names';
import { fromBase64 } from '#shared/crypto/base64';
import { fingerprintOf, parsePem, parseSpki, PEM_PUBLIC_KEY, stationIdOf } from '#shared/crypto/keys';
import { verify } from '#shared/crypto/sm2';
import { readyCrypto } from '#shared/crypto/sm3';
import { checkpointText } from '#shared/journal/checkpoint';
import type { JournalLine } from '#shared/journal/line';
import { type Bag, checkDigests, checkSignature, need, readBag, readCard, readClaim, readExchange, readListed } from './bag';
import { type Container, openContainer } from './container';
import { createPace } from './pace';
import { asResult } from '../lib/refusal';
import { refuse } from './refusal';
import { type AdmittedStation, checkSlice } from './slice';
import { parseCheckpoint } from './verify';

/** 'failed' ends the check; 'open' is something a reader must settle elsewhere. */
export interface Finding {
  readonly state: 'good' | 'open' | 'failed';
  readonly english: string;
  readonly chinese: string;
}

export interface VerifyOutcome {
  readonly findings: readonly Finding[];
  readonly result: Result<{ readonly bundleId: string; readonly signerTrusted: boolean }, Failure>;
}

/** `trustedPem` is the text of the sender's public key from a source other than the bundle. */
export async function verifyBundle(path: string, trustedPem?: string): Promise<VerifyOutcome> {
  await readyCrypto();
  const findings: Finding[] = [];
  const say = (state: Finding['state'], english: string, chinese: string) => void findings.push({ state, english, chinese });
  const result = await asResult(async () => {
    const container = await openContainer(path);
    try {
      return await check(container, trustedPem, say);
    } finally {
      await container.close();
    }
  });
  if (!result.ok) {
    const { code, evidence } = result.error;
    const where = evidence === undefined ? '' : ` ${JSON.stringify(evidence)}`;
    say('failed', `failed: ${code}${where}`, `未通过:${code}`);
  }
  return { findings, result };
}

type Say = (state: Finding['state'], english: string, chinese: string) => void;

async function check(container: Container, trustedPem: string | undefined, say: Say): Promise<{ bundleId: string; signerTrusted: boolean }> {
  say('good', `container: ${String(container.entries.length)} entries within the limits`, `容器:${String(container.entries.length)} 个条目,均在限度之内`);
  const claim = await readClaim(container);
  const trusted = trustedPem === undefined ? null : parsePem(PEM_PUBLIC_KEY, trustedPem);
  const trustedKey = trusted === null ? null : parseSpki(trusted);
  if (trustedPem !== undefined && trustedKey === null) refuse('bundle.bad-signature', { reason: 'trusted-pem' });
  checkSignature(claim, trustedKey ?? claim.key);
  const fingerprint = fingerprintOf(claim.spki);
  if (trustedKey === null) {
    say('open', 'signature: matches the key INSIDE the bundle only; this does not show who sent it', '签名:仅与包内所附公钥相符,不能证明由谁发出');
    say('open', `compare this fingerprint with the sender: ${fingerprint}`, `请与发送单位核对指纹:${fingerprint}`);
  } else {
    say('good', `signature: made by the trusted key, fingerprint ${fingerprint}`, `签名:由所给可信公钥作出,指纹 ${fingerprint}`);
  }
  const bag = await readBag(container, claim);
  say('good', 'tag files and manifests: whole, everything listed, nothing unlisted', '标签文件与清单:完整,清单与条目一致');
  const card = await readCard(container, bag, claim.sender);
  const exchange = await readExchange(container, bag, card);
  say('good', `card: ${card.station.name}, station ${claim.sender}`, `名片:${card.station.name},站点 ${claim.sender}`);
  if (exchange.environment === 'training') say('open', 'made in TRAINING: no real business', '演练数据包:不是真实业务');
  await checkDigests(container, bag, createPace(), () => undefined);
  say('good', `digests: SM3 and SHA-256 of ${String(bag.sm3.size)} payload files agree`, `摘要:${String(bag.sm3.size)} 个文件的 SM3 与 SHA-256 均相符`);
  await checkJournals(container, bag, exchange, {
    say,
    keys: new Map([[claim.sender, claim.key]]),
    offices: new Map([[claim.sender, card.station]]),
  });
  return { bundleId: container.bundleId, signerTrusted: trustedKey !== null };
}

interface Known {
  readonly say: Say;
  /** Keys the bundle itself gives reason to use: the signer's, and those its authors' admissions name. */
  readonly keys: Map<StationId, Uint8Array>;
  /** What those stations are, by the same words. */
  readonly offices: Map<StationId, AdmittedStation>;
}

async function checkJournals(container: Container, bag: Bag, exchange: ExchangeFile, known: Known): Promise<void> {
  let waiting = [...exchange.journals];
  while (waiting.length > 0) {
    const slice = waiting.find(({ author }) => known.keys.has(author)) ?? waiting[0];
    if (slice === undefined) return;
    waiting = waiting.filter((other) => other !== slice);
    const key = known.keys.get(slice.author) ?? null;
    await checkCheckpoint(container, bag, slice, key);
    const office = known.offices.get(slice.author) ?? null;
    const entry = need(container, journalEntry(slice.author));
    // Without the author's office only chain and form can be judged: then no line counts as new.
    const have = office === null ? slice.toSeq : 0;
    const facts = await checkSlice(container.read(entry), { slice, office, environment: exchange.environment, have, pace: createPace() });
    for (const line of facts.admissions) noteAdmitted(line, known);
    const lines = `${String(slice.fromSeq)}–${String(slice.toSeq)}`;
    if (key !== null) {
      known.say('good', `journal ${slice.author}: lines ${lines}, chain, records and checkpoint good`, `日志 ${slice.author}:第 ${lines} 行,链、记录与检查点均通过`);
    } else {
      known.say('open', `journal ${slice.author}: lines ${lines}, chain good; its key is not in this bundle, so its checkpoint was not checked`, `日志 ${slice.author}:第 ${lines} 行,链通过;包内无其公钥,检查点签名未核`);
    }
  }
}

async function checkCheckpoint(container: Container, bag: Bag, { author, toSeq, hash }: Slice, key: Uint8Array | null): Promise<void> {
  const checkpoint = parseCheckpoint((await readListed(container, bag, checkpointEntry(author))).toString('utf8'));
  if (checkpoint === null) return refuse('bundle.bad-checkpoint', { author, reason: 'form' });
  if (checkpoint.author !== author || checkpoint.seq !== toSeq || checkpoint.hash !== hash) {
    refuse('bundle.bad-checkpoint', { author, reason: 'other-lines' });
  }
  const signature = fromBase64(checkpoint.signature);
  if (key !== null && (signature === null || !verify(key, utf8(checkpointText(checkpoint)), signature))) {
    refuse('bundle.bad-checkpoint', { author, reason: 'signature' });
  }
}

function noteAdmitted(line: JournalLine, { keys, offices }: Known): void {
  const parsed = admissionSchema.safeParse(line.op === 'put' ? line.body : null);
  if (!parsed.success || parsed.data.state !== 'admitted') return;
  const { stationId, publicKey } = parsed.data;
  const spki = fromBase64(publicKey);
  const key = spki === null ? null : parseSpki(spki);
  if (spki === null || key === null || stationIdOf(spki) !== stationId || keys.has(stationId)) return;
  keys.set(stationId, key);
  offices.set(stationId, parsed.data);
}
