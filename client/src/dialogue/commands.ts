import type { slices } from '@multaqa/shared/dialogue';
import type { z } from 'zod';

type Slices = typeof slices;
type SliceName = keyof Slices;
type MessagesOf<Name extends SliceName> = Slices[Name]['messages'];

/** Every command that a person can send, as `slice.name`. */
export type CommandKind = { [Name in SliceName]: `${Name}.${keyof MessagesOf<Name> & string}` }[SliceName];

type SchemaOf<Kind extends CommandKind> = Kind extends `${infer Name extends SliceName}.${infer Message}`
  ? Message extends keyof MessagesOf<Name>
    ? MessagesOf<Name>[Message] extends { input: infer Schema extends z.ZodType }
      ? Schema
      : never
    : never
  : never;

/** What a command of this kind carries. */
export type CommandInput<Kind extends CommandKind> = z.input<SchemaOf<Kind>>;
