import { expect, it } from 'vitest';
import { evaluatePaper, isPaper, numberOf, paperKeys } from './oprf.ts';
import { blindPaper, finishPaper } from './voter.samples.ts';

// RFC 9497, A.1.3: ristretto255-SHA512 in mode 0x02, vectors 1 and 2.
const secret = '145c79c108538421ac164ecbe131942136d5570b16d8bf41a24d4337da981e07';
const vectors = [
  {
    input: '00',
    blinded: 'c8713aa89241d6989ac142f22dba30596db635c772cbf25021fdd8f3d461f715',
    evaluated: '1a4b860d808ff19624731e67b5eff20ceb2df3c3c03b906f5693e2078450d874',
    output:
      'ca688351e88afb1d841fde4401c79efebb2eb75e7998fa9737bd5a82a152406d38bd29f680504e54fd4587eddcf2f37a2617ac2fbd2993f7bdf45442ace7d221',
  },
  {
    input: '5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',
    blinded: 'f0f0b209dd4d5f1844dac679acc7761b91a2e704879656cb7c201e82a99ab07d',
    evaluated: '8c3c9d064c334c6991e99f286ea2301d1bde170b54003fb9c44c6d7bd6fc1540',
    output:
      '7c6557b276a137922a0bcfc2aa2b35dd78322bd500235eb6d6b6f91bc5b56a52de2d65612d503236b321f5d0bebcbc52b64b92e426f29c9b8b69f52de98ae507',
  },
];

it.each(vectors)('evaluates and recognises what the RFC says, for input $input', ({ blinded, evaluated, ...paper }) => {
  expect(evaluatePaper(secret, 'test info', blinded)?.evaluated).toBe(evaluated);
  expect(isPaper(secret, 'test info', paper)).toBe(true);
  expect(isPaper(secret, 'test infos', paper)).toBe(false);
});

const info = { dialogue: 'dialogue', run: 'run', group: null };
const keys = paperKeys(new Uint8Array(32).fill(7));

it('a paper is good for what it says openly and for nothing else', () => {
  const preparing = blindPaper(keys.public);
  const evaluated = evaluatePaper(keys.secret, textOf(info), preparing.blinded);
  const paper = finishPaper(info, keys.public, preparing, evaluated ?? { evaluated: '', proof: '' });
  expect(isPaper(keys.secret, textOf(info), paper)).toBe(true);
  for (const other of [{ dialogue: 'another' }, { run: 'another' }, { group: 'north' }])
    expect(isPaper(keys.secret, textOf({ ...info, ...other }), paper)).toBe(false);
  const changed = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
  expect(isPaper(keys.secret, textOf(info), { ...paper, output: changed(paper.output) })).toBe(false);
  expect(isPaper(keys.secret, textOf(info), { ...paper, input: changed(paper.input) })).toBe(false);
});

it('a paper made by a key of somebody’s own is refused by their device, so that nobody can be marked by one', () => {
  const marking = paperKeys(new Uint8Array(32).fill(8));
  const preparing = blindPaper(keys.public);
  const evaluated = evaluatePaper(marking.secret, textOf(info), preparing.blinded);
  expect(() => finishPaper(info, keys.public, preparing, evaluated ?? { evaluated: '', proof: '' })).toThrow();
});

it('the keys follow from the seed alone', () => {
  expect(paperKeys(new Uint8Array(32).fill(7))).toEqual(keys);
  expect(paperKeys(new Uint8Array(32).fill(8)).public).not.toBe(keys.public);
});

it('evaluates nothing that is no element of the group, or the identity', () => {
  expect(evaluatePaper(keys.secret, 'info', '00'.repeat(32))).toBeNull();
  expect(evaluatePaper(keys.secret, 'info', 'ff'.repeat(32))).toBeNull();
});

it('what a ballot is kept under is no paper', () => {
  expect(numberOf('ab'.repeat(32))).toMatch(/^[0-9a-f]{64}$/);
  expect(numberOf('ab'.repeat(32))).not.toContain('ab'.repeat(4));
});

const textOf = (open: { dialogue: string; run: string; group: string | null }) =>
  JSON.stringify(['multaqa ballot', open.dialogue, open.run, open.group]);
