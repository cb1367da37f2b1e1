import { expect, it } from 'vitest';
import { blindPaper, finish, finishPaper } from './oprf.ts';

// RFC 9497, A.1.3: ristretto255-SHA512 in mode 0x02, vectors 1 and 2.
const key = 'c647bef38497bc6ec077c22af65b696efa43bff3b4a1975a3e8e0a1c5a79d631';
const blind = '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706';
const vectors = [
  {
    input: '00',
    blinded: 'c8713aa89241d6989ac142f22dba30596db635c772cbf25021fdd8f3d461f715',
    evaluated: '1a4b860d808ff19624731e67b5eff20ceb2df3c3c03b906f5693e2078450d874',
    proof:
      '41ad1a291aa02c80b0915fbfbb0c0afa15a57e2970067a602ddb9e8fd6b7100de32e1ecff943a36f0b10e3dae6bd266cdeb8adf825d86ef27dbc6c0e30c52206',
    output:
      'ca688351e88afb1d841fde4401c79efebb2eb75e7998fa9737bd5a82a152406d38bd29f680504e54fd4587eddcf2f37a2617ac2fbd2993f7bdf45442ace7d221',
  },
  {
    input: '5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',
    blinded: 'f0f0b209dd4d5f1844dac679acc7761b91a2e704879656cb7c201e82a99ab07d',
    evaluated: '8c3c9d064c334c6991e99f286ea2301d1bde170b54003fb9c44c6d7bd6fc1540',
    proof:
      '4c39992d55ffba38232cdac88fe583af8a85441fefd7d1d4a8d0394cd1de77018bf135c174f20281b3341ab1f453fe72b0293a7398703384bed822bfdeec8908',
    output:
      '7c6557b276a137922a0bcfc2aa2b35dd78322bd500235eb6d6b6f91bc5b56a52de2d65612d503236b321f5d0bebcbc52b64b92e426f29c9b8b69f52de98ae507',
  },
];

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** The library takes a number of chance and adds one, so that it is never nothing. */
function randomFor(scalar: string) {
  const random = new Uint8Array(64);
  random.set(bytes(scalar));
  random[0] = (random[0] ?? 0) - 1;
  return () => random;
}

it.each(vectors)('blinds and finishes as the RFC says, for input $input', ({ input, blinded, output, ...answer }) => {
  const paper = blindPaper(key, bytes(input), randomFor(blind));
  expect(paper).toEqual({ input, blind, blinded });
  expect(finish('test info', key, paper, answer)).toBe(output);
});

it('a paper whose proof does not hold for what is written on it, or for the key of everybody, is none', () => {
  const [one, other] = vectors;
  const paper = blindPaper(key, bytes(one?.input ?? ''), randomFor(blind));
  const { evaluated, proof } = one ?? { evaluated: '', proof: '' };
  expect(finish('another info', key, paper, { evaluated, proof })).toBeNull();
  expect(finish('test info', '00'.repeat(31), paper, { evaluated, proof })).toBeNull();
  expect(finish('test info', key, paper, { evaluated: other?.evaluated ?? '', proof })).toBeNull();
  expect(finish('test info', key, paper, { evaluated: 'ff'.repeat(32), proof })).toBeNull();
  expect(finishPaper({ dialogue: 'd', run: 'r', group: null }, key, paper, { evaluated, proof })).toBeNull();
});

it('no two papers are blinded alike', () => {
  const all = Array.from({ length: 20 }, () => blindPaper(key));
  for (const part of ['input', 'blind', 'blinded'] as const)
    expect(new Set(all.map(paper => paper[part])).size).toBe(20);
});
