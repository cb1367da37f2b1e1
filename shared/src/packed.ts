import type { Packed, PackedWelcome, Welcome } from './protocol.ts';

/** What a client receives, in full. `inflate` turns base64 of a raw deflate stream into the text it was made of. */
export const unpacked = <Value extends object>(value: Packed<Value>, inflate: (base64: string) => string): Value =>
  // Server and client are of one protocol: what is packed is what the type says.
  typeof value === 'string' ? (JSON.parse(inflate(value)) as Value) : value;

/** A welcome with its view and patches in full. */
export function unpackedWelcome(welcome: PackedWelcome, inflate: (base64: string) => string): Welcome {
  switch (welcome.kind) {
    case 'snapshot': {
      const patches = welcome.patches.map(patch => unpacked(patch, inflate));
      return { ...welcome, view: unpacked(welcome.view, inflate), patches };
    }
    case 'tail':
      return { ...welcome, patches: welcome.patches.map(patch => unpacked(patch, inflate)) };
    case 'moved':
      return { ...welcome, patch: unpacked(welcome.patch, inflate) };
  }
}
