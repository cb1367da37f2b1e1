import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Writer } from '../platform/store/store.ts';
import { type Contents, readContents } from './decode.ts';
import { judge, type Standing } from './gate.ts';
import { carryOut, deed, harm, updateOf } from './hostile.samples.ts';
import { depthIn, isDeletedIn, vectorOf } from './loaded.ts';

const most = { structs: limits.documentStructs, clients: limits.clientsPerUpdate };
const read = (bytes: Uint8Array): Contents | null => readContents(bytes, most);
const standingOf = (doc: Y.Doc, owners: ReadonlyMap<number, Writer> = new Map()): Standing => ({
  clockOf: client => vectorOf(doc).get(client) ?? 0,
  moved: new Map(),
  owners,
  claimed: new Map(),
  depthOf: id => depthIn(doc, id),
  isDeleted: range => isDeletedIn(doc, range),
  objection: () => null,
});
const [ben, cleo] = ['ben', 'cleo'];

/** A document and the pens of two people who write it. */
function desk(): { doc: Y.Doc; pens: [Y.Doc, Y.Doc]; owners: Map<number, Writer> } {
  const pens: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()];
  [pens[0].clientID, pens[1].clientID] = [1_001, 1_002];
  return {
    doc: new Y.Doc(),
    pens,
    owners: new Map([
      [1_001, ben],
      [1_002, cleo],
    ]),
  };
}

const isWhole = ({ store }: Y.Doc): boolean => store.pendingStructs === null && store.pendingDs === null;

describe('the gate', () => {
  it('[N2] lets through whatever people write, also what they wrote apart', () => {
    const act = fc.record({ who: fc.nat({ max: 1 }), what: deed, meets: fc.boolean() });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40, size: 'max' }), acts => {
        const { doc, pens, owners } = desk();
        for (const { who, what, meets } of acts) {
          const pen = pens[who as 0 | 1];
          carryOut(pen, what);
          if (!meets) continue;
          const update = Y.encodeStateAsUpdate(pen, Y.encodeStateVector(doc));
          expect(judge(read(update), who === 0 ? ben : cleo, standingOf(doc, owners))).toMatchObject({ ok: true });
          Y.applyUpdate(doc, update);
          expect(isWhole(doc)).toBe(true);
          Y.applyUpdate(pen, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(pen)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[N2] says that nothing is new in what is there already, deletions too', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 30, size: 'max' }), deeds => {
        const { doc, owners } = desk();
        const pen = new Y.Doc();
        pen.clientID = 1_001;
        for (const one of deeds) carryOut(pen, one);
        const all = Y.encodeStateAsUpdate(pen);
        expect(judge(read(all), ben, standingOf(doc, owners))).toMatchObject({ ok: true, isNew: true });
        Y.applyUpdate(doc, all);
        expect(judge(read(all), ben, standingOf(doc, owners))).toMatchObject({ ok: true, isNew: false });
      }),
      { numRuns: 100 },
    );
  });

  it('[N3] [N4] of 5,000 hostile updates none touches what others wrote, waits for what never comes, or ends the process', () => {
    let scene = desk();
    let own = new Y.Doc();
    let attempts = 0;
    let accepted = 0;
    const put = (bytes: Uint8Array, person: string): boolean => {
      const { doc, owners } = scene;
      const verdict = judge(read(bytes), person, standingOf(doc, owners));
      if (!verdict.ok) return false;
      for (const { client } of verdict.claims) owners.set(client, person);
      Y.applyUpdate(doc, bytes);
      return true;
    };
    const attempt = fc.record({ honest: deed, harm, victimWrites: deed });
    fc.assert(
      fc.property(attempt, ({ honest, harm, victimWrites }) => {
        attempts += 1;
        // Another document now and then, so that each stays as quick as a young one.
        if (attempts % 50 === 0) [scene, own] = [desk(), new Y.Doc()];
        const {
          doc,
          pens: [, victim],
        } = scene;
        for (const pen of [own, victim]) Y.applyUpdate(pen, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(pen)));
        const fair = updateOf(own, () => carryOut(own, honest)) ?? new Uint8Array([0, 0]);
        const clock = vectorOf(doc).get(victim.clientID) ?? 0;
        if (put(harm(fair, victim), ben)) {
          accepted += 1;
          // Who writes something else under their own id harms nobody but themselves.
          own = new Y.Doc();
        } else expect(put(fair, ben)).toBe(true);
        expect(isWhole(doc)).toBe(true);
        expect(vectorOf(doc).get(victim.clientID) ?? 0).toBe(clock);
        const theirs = updateOf(victim, () => carryOut(victim, victimWrites));
        if (theirs) expect(put(theirs, cleo)).toBe(true);
        expect(isWhole(doc)).toBe(true);
        doc.getXmlFragment('text').toString();
      }),
      { numRuns: 5_000 },
    );
    // Some changed bytes are an update like any other: those who may write may write nonsense.
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(2_500);
  });

  it('[N3] a client id is its owner’s; free ones go to whoever comes first, and the low ones to nobody', () => {
    const { doc, pens, owners } = desk();
    const update = updateOf(pens[0], () => carryOut(pens[0], { does: 'type', at: 0, words: 'mine' }));
    const bytes = update ?? new Uint8Array();
    expect(judge(read(bytes), cleo, standingOf(doc, owners))).toEqual({ ok: false, refusal: 'documents.foreign' });
    expect(judge(read(bytes), ben, standingOf(doc, new Map([[1_001, null]])))).toMatchObject({ ok: false });
    const free = standingOf(doc);
    expect(judge(read(bytes), cleo, free)).toMatchObject({ ok: true, claims: [{ client: 1_001, person: cleo }] });
    expect(judge(read(bytes), ben, free)).toEqual({ ok: false, refusal: 'documents.foreign' });
    const low = new Y.Doc();
    low.clientID = 999;
    carryOut(low, { does: 'type', at: 0, words: 'low' });
    expect(judge(read(Y.encodeStateAsUpdate(low)), ben, standingOf(doc))).toEqual({
      ok: false,
      refusal: 'documents.foreign',
    });
  });

  it('[N4] what refers to pieces that are not there is refused', () => {
    const { doc, owners } = desk();
    const pen = new Y.Doc();
    pen.clientID = 1_001;
    const first = updateOf(pen, () => carryOut(pen, { does: 'type', at: 0, words: 'first' })) ?? new Uint8Array();
    const second = updateOf(pen, () => carryOut(pen, { does: 'type', at: 0, words: 'second' })) ?? new Uint8Array();
    const missing = { ok: false, refusal: 'documents.missing' };
    expect(judge(read(second), ben, standingOf(doc, owners))).toEqual(missing);
    const standing = standingOf(doc, owners);
    expect(judge(read(first), ben, standing)).toMatchObject({ ok: true });
    expect(judge(read(second), ben, standing)).toMatchObject({ ok: true });
    pen.getXmlFragment('text').delete(0, 1);
    const deletion = Y.encodeStateAsUpdate(pen, Y.encodeStateVector(pen));
    expect(judge(read(deletion), ben, standingOf(doc, owners))).toEqual(missing);
  });

  it('as many pieces, clients and levels as the limits say, not one more', () => {
    const pen = new Y.Doc();
    pen.clientID = 1_001;
    const text = pen.getText('text');
    for (let at = 0; at < 10; at += 1) text.insert(0, 'x');
    const bytes = Y.encodeStateAsUpdate(pen);
    expect(readContents(bytes, { structs: 10, clients: 1 })).not.toBeNull();
    expect(readContents(bytes, { structs: 9, clients: 1 })).toBeNull();
    expect(readContents(bytes, { structs: 10, clients: 0 })).toBeNull();
    const blocks = (levels: number) => {
      const nested = new Y.Doc();
      nested.clientID = 1_001;
      let within: Y.XmlFragment = nested.getXmlFragment('text');
      nested.transact(() => {
        for (let level = 0; level < levels; level += 1) {
          const block = new Y.XmlElement('blockquote');
          within.insert(0, [block]);
          within = block;
        }
      });
      return nested;
    };
    const verdict = (levels: number) =>
      judge(read(Y.encodeStateAsUpdate(blocks(levels))), ben, standingOf(new Y.Doc())).ok;
    expect([verdict(limits.documentDepth), verdict(limits.documentDepth + 1)]).toEqual([true, false]);
    const full = blocks(limits.documentDepth);
    const before = Y.encodeStateVector(full);
    let innermost: Y.XmlFragment = full.getXmlFragment('text');
    while (innermost.firstChild instanceof Y.XmlElement) innermost = innermost.firstChild;
    const standing = standingOf(full);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(full));
    innermost.insert(0, [new Y.XmlElement('paragraph')]);
    const deeper = Y.encodeStateAsUpdate(full, before);
    expect(judge(read(deeper), ben, { ...standing, depthOf: id => depthIn(copy, id) }).ok).toBe(false);
  });
});
